// Loopscope shows how an asyncio event loop schedules tasks.
package main

import (
	"os"

	"loopscope/ui/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
