"""Mail: a ready draft for each organisation that was asked, and the answers that come back; nothing is ever sent."""
