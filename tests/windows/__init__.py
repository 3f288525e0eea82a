"""planctl on other systems than Linux, as far as that can be tried here."""
