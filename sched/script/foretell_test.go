package script

import (
	"context"
	"errors"
	"io"
	"os"
	"testing"

	"loopscope/sched/trace"
)

func TestWhatIsForetoldRunsNext(t *testing.T) {
	told := 0
	for _, path := range scripts(t) {
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		p, err := Load(trace.Listing{Name: path, Source: string(source)}, Options{})
		if err != nil {
			continue // the engine refuses it
		}
		r, log := p.Start(), trace.NewLog()
		for {
			when, task, ok := r.Foretell()
			from := log.Len()
			if err := r.Next(context.Background(), log); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatal(err)
			}
			next := log.View().At(from + 1)
			if begins := next.Kind == trace.HandleBegin; ok && (!begins || next.Task != task || next.T != when) {
				t.Errorf("%s: task %d at %s s was foretold behind event %d, and %v came", path, task, when, from, next)
				break
			} else if ok {
				told++
			}
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if told == 0 {
		t.Error("nothing was foretold")
	}
}
