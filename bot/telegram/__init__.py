"""The Telegram bot. Only application.py and handlers.py know the Telegram library."""
