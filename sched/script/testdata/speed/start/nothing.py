"""What every program with asyncio does first."""
import asyncio
