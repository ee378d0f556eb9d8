package cli

import (
	"time"

	"loopscope/sched/script"
)

// lookEvery is how often a run is told the time that it takes.
const lookEvery = 10 * time.Millisecond

// clock tells a run the processor time that the process takes for it, so that
// its limits hold for steps that take long. What it gives ends that.
func clock(run *script.Run) (stop func()) {
	begin, ticker, done := processorTime(), time.NewTicker(lookEvery), make(chan struct{})
	go func() {
		for {
			select {
			case <-ticker.C:
				run.Elapsed(processorTime() - begin)
			case <-done:
				return
			}
		}
	}()
	return func() {
		ticker.Stop()
		close(done)
	}
}
