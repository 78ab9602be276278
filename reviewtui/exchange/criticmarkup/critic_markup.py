"""The format CriticMarkup."""

from reviewtui.exchange.criticmarkup import critic_in, critic_out

write = critic_out.write
read = critic_in.read
