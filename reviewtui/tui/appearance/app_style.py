"""What looks alike on all screens."""

CSS = """
Screen { background: $background; layout: vertical; overflow: hidden; }
* { scrollbar-background: $background; scrollbar-color: $panel-lighten-2; scrollbar-size-vertical: 1;
    scrollbar-background-hover: $background; scrollbar-background-active: $background; }
Dialog { background: $background 0%; }
OptionList:nocolor > .option-list--option-highlighted { text-style: reverse; }
Rows:nocolor > .option-list--option-highlighted, Rows:nocolor:focus > .option-list--option-highlighted {
    text-style: reverse; }
OutlinePane:nocolor > .option-list--option-highlighted { text-style: bold reverse; }
TextArea:nocolor .text-area--cursor, TextArea:nocolor .text-area--selection { text-style: reverse; }
Masthead Tab.-here:nocolor { text-style: bold reverse; }
Toast { max-width: 70%; }
.-low #tabs { display: none; }
.-low Composer { max-height: 90%; }
.-low TextInput { height: 3; border: none; border-left: tall $primary; }
"""
