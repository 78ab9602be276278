"""How the app looks: colours, page geometry, and the one door from text to widgets."""
