"""A view that scrolls, and is arranged once where it gets another size."""

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar


class StableScrollBar(ScrollBar):
    """A scroll bar that asks for no second arranging of the screen because the first one gave it another size."""

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:  # noqa: FBT001, FBT002 - as Textual declares it
        del layout
        return super()._size_updated(size, virtual_size, container_size, layout=False)


class StableScrollView(ScrollView):
    """Has such a scroll bar: the text and the remark below it change their heights with most keys."""

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The vertical scroll bar, made when it is first asked for."""
        if self._vertical_scrollbar is None:
            bar = StableScrollBar(vertical=True, name="vertical", thickness=self.scrollbar_size_vertical)
            bar.display = False
            self._vertical_scrollbar = bar
            self.app._start_widget(self, bar)  # noqa: SLF001 - as Textual itself does
        return self._vertical_scrollbar
