package cli

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"loopscope/sched/trace"
)

func words(s string) *string { return &s }

func TestOrdersAreRead(t *testing.T) {
	tests := []struct {
		text string
		want order
	}{
		{"cancel job1", order{task: "job1", command: trace.Command{Op: trace.OpCancel}}},
		{"after=34 t=0.5 cancel job1 msg=x", order{
			task: "job1", after: true, at: true,
			command: trace.Command{After: 34, T: 500_000, Op: trace.OpCancel, Msg: words("x")},
		}},
		{`cancel job1 msg="no more of it"`, order{
			task: "job1", command: trace.Command{Op: trace.OpCancel, Msg: words("no more of it")},
		}},
		{"cancel job1 msg=", order{task: "job1", command: trace.Command{Op: trace.OpCancel, Msg: words("")}}},
		{"cancel say('A') past=shield", order{
			task: "say('A')", command: trace.Command{Op: trace.OpCancel, Past: true},
		}},
		{"cancel 'say(1, 2)'", order{task: "say(1, 2)", command: trace.Command{Op: trace.OpCancel}}},
		{"SHIELD 2", order{task: "2", command: trace.Command{Op: trace.OpShield}}},
		{"callback job1", order{
			task: "job1", command: trace.Command{Op: trace.OpCallback, Kind: trace.CallbackLog},
		}},
		{"callback job1 kind=spawn arg='it is over' t=1", order{
			task: "job1", at: true,
			command: trace.Command{T: trace.Second, Op: trace.OpCallback, Kind: trace.CallbackSpawn, Arg: "it is over"},
		}},
		{"raise job1 ValueError msg='no more'", order{
			task: "job1", command: trace.Command{Op: trace.OpRaise, Exc: "ValueError", Msg: words("no more")},
		}},
		{"t=1 finish job1 value={'a': [1, 2]}", order{
			task: "job1", at: true, command: trace.Command{T: trace.Second, Op: trace.OpFinish, Value: "{'a': [1, 2]}"},
		}},
		{"finish job1 value='two words'", order{
			task: "job1", command: trace.Command{Op: trace.OpFinish, Value: "'two words'"},
		}},
		{"fire 7", order{task: "7", command: trace.Command{Op: trace.OpFire}}},
		{"delay job1 when=2.5", order{
			task: "job1", when: true, command: trace.Command{Op: trace.OpDelay, When: 2_500_000},
		}},
		{"front job1", order{task: "job1", command: trace.Command{Op: trace.OpFront}}},
		{"cancel a=b", order{task: "a=b", command: trace.Command{Op: trace.OpCancel}}},
	}
	for _, test := range tests {
		got, err := parseOrder(test.text)
		test.want.text = test.text
		if err != nil || !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s\ngives %+v, %v\nwant  %+v", test.text, got, err, test.want)
		}
	}
}

func TestOrdersThatAreWrongSayWhatIsRight(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", "write cancel TASK"},
		{"cancel", "cancel which task?"},
		{"stop job1", `no command "stop": use cancel, shield, callback, raise, finish, fire, delay or front`},
		{"cancel job1 job2", `"job2" is one word too many`},
		{"after=x cancel job1", "after=x: give the number of an event"},
		{"after=-1 cancel job1", "after=-1: give the number of an event"},
		{"t=soon cancel job1", "t=soon: give seconds, like t=0.5"},
		{"t= cancel job1", "t=: give seconds"},
		{"t=-1 cancel job1", "t=-1: give seconds"},
		{"cancel job1 past=all", "past=shield is all there is"},
		{"callback job1 kind=shout", `no callback kind "shout": use log, notify, spawn or break`},
		{"shield job1 msg=x", "msg= belongs to cancel and raise, not to shield"},
		{"shield job1 past=shield", "past= belongs to cancel, not to shield"},
		{"raise job1", `command "raise" names no exception: give a class, like ValueError`},
		{"raise job1 ValueError no", `"no" is one word too many`},
		{"cancel job1 value=3", "value= belongs to finish, not to cancel"},
		{"fire job1 when=3", "when= belongs to delay, not to fire"},
		{"delay job1", "delay to which time? Give when=SECONDS"},
		{"delay job1 when=later", "when=later: give seconds"},
		{"front", "front which handle?"},
		{"cancel job1 arg=x", "kind= and arg= belong to callback, not to cancel"},
		{"cancel job1 msg='x", "a ' is not closed"},
	}
	for _, test := range tests {
		if _, err := parseOrder(test.text); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s\ngives the error %v\nwant one that says %q", test.text, err, test.want)
		}
	}
}

func TestCommandFiles(t *testing.T) {
	cancel := trace.Command{After: 34, T: 500_000, Op: trace.OpCancel, Task: 2, Msg: words("x")}
	shield := trace.Command{After: 40, Op: trace.OpShield, Task: 3}
	later := trace.Command{After: 41, Op: trace.OpDelay, Handle: 7, When: trace.Second}
	tests := []struct {
		name, text string
		want       []trace.Command
		wrong      string
	}{
		{name: "lines", text: `{"after": 34, "t": 0.5, "do": "cancel", "task": 2, "msg": "x"}

{"after": 40, "t": 0, "do": "shield", "task": 3}
{"after": 41, "t": 0, "do": "delay", "handle": 7, "when": 1}
`, want: []trace.Command{cancel, shield, later}},
		{name: "array", text: ` [{"after": 34, "t": 0.5, "do": "cancel", "task": 2, "msg": "x"},
 {"after": 40, "t": 0, "do": "shield", "task": 3}]`, want: []trace.Command{cancel, shield}},
		{name: "trace", text: `{"ev": "run.program", "name": "a.py"}
{"ev": "command", "after": 40, "t": 0, "do": "shield", "task": 3}
{"ev": "command.refused", "after": 41, "t": 0, "do": "shield", "task": 3, "reason": "twice"}
{"ev": "task.done", "t": 1, "task": 1, "name": "main", "result": "None"}
`, want: []trace.Command{shield, {After: 41, Op: trace.OpShield, Task: 3}}},
		{name: "empty", text: ""},
		{name: "no JSON", text: "{\"after\": 1, \"do\": \"shield\", \"task\": 1}\ncancel job1\n", wrong: "line 2: "},
		{name: "no task", text: `[{"after": 1, "do": "shield"}]`, wrong: `command 1: command "shield" names no task`},
		{name: "half an array", text: `[{"after": 1, "do": "shield", "task": 1}`, wrong: "unexpected end"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "commands")
			if err := os.WriteFile(path, []byte(test.text), 0o600); err != nil {
				t.Fatal(err)
			}
			orders, err := readOrders(path)
			if test.wrong != "" {
				if err == nil || !strings.Contains(err.Error(), test.wrong) {
					t.Errorf("error %v, want one that says %q", err, test.wrong)
				}
				return
			}
			var got []trace.Command
			for _, o := range orders {
				got = append(got, o.command)
			}
			if err != nil || !reflect.DeepEqual(got, test.want) {
				t.Errorf("commands %+v, %v; want %+v", got, err, test.want)
			}
		})
	}
}
