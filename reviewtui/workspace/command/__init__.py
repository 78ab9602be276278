"""What every command needs: its context, how its events are saved and signed, what came of it."""
