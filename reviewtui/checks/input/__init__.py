"""What every check looks at: the policy as sentences, their concepts, the settings, the day."""
