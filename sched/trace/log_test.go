package trace

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unsafe"
)

func TestEventIsThirtyTwoBytes(t *testing.T) {
	if n := unsafe.Sizeof(Event{}); n != 32 {
		t.Errorf("an Event takes %d bytes, want 32", n)
	}
}

func TestEveryKindHasAName(t *testing.T) {
	seen := map[string]Kind{}
	for k := Kind(1); k < kinds; k++ {
		name := k.String()
		if strings.HasPrefix(name, "kind ") {
			t.Errorf("kind %d has no name", k)
		}
		if other, ok := seen[name]; ok {
			t.Errorf("kinds %d and %d are both called %s", other, k, name)
		}
		seen[name] = k
	}
}

func TestTimeIsWrittenInSecondsWithoutTrailingZeros(t *testing.T) {
	for _, c := range []struct {
		t    Time
		want string
	}{{0, "0"}, {Second, "1"}, {250_000, "0.25"}, {1, "0.000001"}, {-1_500_000, "-1.5"}, {12_000_100, "12.0001"}} {
		if got := c.t.String(); got != c.want {
			t.Errorf("%d µs is written %q, want %q", int64(c.t), got, c.want)
		}
	}
}

func TestParseTimeRefusesWhatIsNoTime(t *testing.T) {
	for s, want := range map[string]Time{"": 0, "0.5": Second / 2, "1e-6": 1, "3": 3 * Second} {
		if got, err := ParseTime(s); err != nil || got != want {
			t.Errorf("ParseTime(%q) = %d, %v; want %d", s, got, err, want)
		}
	}
	for _, s := range []string{"-1", "x", "NaN", "1e300", "Inf"} {
		if got, err := ParseTime(s); err == nil {
			t.Errorf("ParseTime(%q) = %d, want an error", s, got)
		}
	}
}

func TestDropForgetsOldEventsAndKeepsTheirNumbers(t *testing.T) {
	log := NewLog()
	add := func(n int) {
		for range n {
			log.Append(Event{Kind: HandleEnd, ID: int32(log.Len() + 1)})
		}
	}
	add(3*chunkSize + 5)
	before := log.Bytes()
	log.Drop(2*chunkSize + 10)
	if log.Bytes() >= before {
		t.Errorf("the Log takes %d bytes after Drop, %d before", log.Bytes(), before)
	}
	add(chunkSize)
	log.Drop(1)
	v := log.View()
	if v.First() != 2*chunkSize+1 || v.Len() != 4*chunkSize+5 {
		t.Errorf("the View goes from %d to %d, want %d to %d", v.First(), v.Len(), 2*chunkSize+1, 4*chunkSize+5)
	}
	for n := v.First(); n <= v.Len(); n++ {
		if e := v.At(n); int(e.ID) != n {
			t.Fatalf("event %d is event %d", n, e.ID)
		}
	}
	log.Drop(log.Len() + 1)
	if v := log.View(); v.Len() != 4*chunkSize+5 || v.At(v.Len()).ID != int32(v.Len()) {
		t.Errorf("the newest event is gone after a Drop of all")
	}
}

func TestViewStaysAsItWasWhileTheLogGrows(t *testing.T) {
	log := NewLog()
	for i := range chunkSize + 10 {
		log.Append(Event{Kind: HandleEnd, ID: int32(i + 1)})
	}
	name := log.Intern("job1")
	view := log.View()
	for i := range 3 * chunkSize {
		log.Append(Event{Kind: HandleBegin, ID: int32(i)})
	}
	log.Intern("job2")
	if view.Len() != chunkSize+10 {
		t.Fatalf("the View has %d events, want %d", view.Len(), chunkSize+10)
	}
	for n := 1; n <= view.Len(); n++ {
		if e := view.At(n); e.Kind != HandleEnd || int(e.ID) != n {
			t.Fatalf("event %d of the View is %v of handle %d", n, e.Kind, e.ID)
		}
	}
	if got := view.String(name); got != "job1" {
		t.Errorf("name %d of the View is %q, want job1", name, got)
	}
	if log.Len() != 4*chunkSize+10 {
		t.Errorf("the Log has %d events, want %d", log.Len(), 4*chunkSize+10)
	}
}

func TestEqualStacksHaveEqualNumbers(t *testing.T) {
	log := NewLog()
	main, job := log.Intern("main"), log.Intern("job1")
	a := log.Push(log.Push(0, main, 9), job, 4)
	b := log.Push(log.Push(0, main, 9), job, 4)
	c := log.Push(log.Push(0, main, 10), job, 4)
	if a != b || a == c {
		t.Errorf("stacks are %d, %d and %d; want the first two equal, the third not", a, b, c)
	}
	f, ok := log.View().Frame(a)
	if !ok || f.Fn != job || f.Line != 4 {
		t.Errorf("the innermost frame is %+v, want job1 at line 4", f)
	}
}

// lines encodes a Log.
func lines(log *Log) string { return string(NewEncoder().Append(nil, log.View())) }

func TestEveryKindEncodesToJSON(t *testing.T) {
	for k := Kind(1); k < kinds; k++ {
		log := NewLog()
		log.Append(Event{Kind: k, What: Returned, Name: log.Intern("x")})
		var got map[string]any
		if err := json.Unmarshal([]byte(lines(log)), &got); err != nil {
			t.Errorf("%v gives %s: %v", k, lines(log), err)
		} else if got["ev"] != k.String() {
			t.Errorf("%v gives ev %v", k, got["ev"])
		}
	}
}

func TestNoControlCharacterReachesTheJSONForm(t *testing.T) {
	text := "a\x1b[31m\x7f\u009b\u0007\n\t\"\\ é 日本"
	log := NewLog()
	log.Append(Event{Kind: Print, Name: log.Text(text)})
	line := lines(log)
	for _, r := range strings.TrimSuffix(line, "\n") {
		if r < 0x20 || r >= 0x7f && r < 0xa0 {
			t.Errorf("control character %U stands in %q", r, line)
		}
	}
	var got struct{ Text string }
	if err := json.Unmarshal([]byte(line), &got); err != nil || got.Text != text {
		t.Errorf("the text comes back as %q (%v), want %q", got.Text, err, text)
	}
}

func TestEncoderGoesOnWhereItStopped(t *testing.T) {
	log := NewLog()
	log.Append(Event{Kind: FutureCreated, Fut: 1, Name: log.Intern("gather")})
	enc := NewEncoder()
	first := enc.Append(nil, log.View())
	log.Append(Event{Kind: TaskWaiting, Task: 1, Fut: 1, Line: 9})
	second := enc.Append(nil, log.View())
	if n := bytes.Count(first, []byte("\n")); n != 1 {
		t.Errorf("the first call gave %d lines, want 1", n)
	}
	want := `{"ev": "task.waiting", "task": 1, "on": "gather", "fut": 1, "line": 9}` + "\n"
	if string(second) != want {
		t.Errorf("the second call gave\n%swant\n%s", second, want)
	}
}

func TestCommandSurvivesJSON(t *testing.T) {
	msg := "stop"
	for _, c := range []Command{
		{After: 34, T: Second / 2, Op: OpCancel, Task: 2, Msg: &msg},
		{Op: OpCancel, Task: 1, Past: true},
		{Op: OpShield, Task: 3},
		{Op: OpCallback, Task: 3, Kind: CallbackSpawn, Arg: "x"},
	} {
		data, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		var got Command
		if err := json.Unmarshal(data, &got); err != nil {
			t.Errorf("%s: %v", data, err)
			continue
		}
		again, _ := json.Marshal(got)
		if !bytes.Equal(again, data) {
			t.Errorf("%s comes back as %s", data, again)
		}
	}
}

func TestCommandThatNoRunCouldObeyIsRefused(t *testing.T) {
	for _, data := range []string{
		`{"do": "explode", "task": 1}`, `{"do": "cancel"}`, `{"do": "callback", "task": 1, "kind": "x"}`,
		`{"do": "cancel", "task": 1, "t": -1}`, `{"do": "cancel", "task": "job1"}`,
	} {
		var c Command
		if err := json.Unmarshal([]byte(data), &c); err == nil {
			t.Errorf("%s was taken as %+v", data, c)
		}
	}
}

func TestCommandGivesTheEqualPython(t *testing.T) {
	msg := "stop"
	for _, c := range []struct {
		command Command
		want    string
	}{
		{Command{Op: OpCancel}, "job1.cancel()"},
		{Command{Op: OpCancel, Msg: &msg}, `job1.cancel("stop")`},
		{Command{Op: OpShield}, "asyncio.shield(job1)"},
		{Command{Op: OpCallback, Kind: CallbackLog, Arg: "tag"}, `job1.add_done_callback(functools.partial(log, "tag"))`},
		{Command{Op: OpFire, Handle: 7}, "loop._scheduled.remove(h); heapq.heapify(loop._scheduled); loop._ready.append(h)  # h: timer 7"},
		{Command{Op: OpDelay, Handle: 7, When: 3 * Second / 2}, "h._when = 1.5; heapq.heapify(loop._scheduled)  # h: timer 7"},
		{Command{Op: OpFront, Handle: 7}, "loop._ready.remove(h); loop._ready.appendleft(h)  # h: handle 7"},
	} {
		if got := c.command.Python("job1"); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

func BenchmarkAppend(b *testing.B) {
	log := NewLog()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if i%(1<<20) == 0 {
			log = NewLog()
		}
		log.Append(Event{Kind: HandleBegin, What: Step, Task: 3, ID: int32(i), T: Time(i)})
	}
}
