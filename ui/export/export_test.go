package export_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"loopscope/presets"
	"loopscope/sched/script"
	"loopscope/sched/timeline"
	"loopscope/sched/trace"
	"loopscope/ui/export"
)

var update = flag.Bool("update", false, "rewrite the expected outputs in testdata")

// An order is a command that is given once so many events have happened.
type order struct {
	after   int
	command trace.Command
}

// run runs a program to its end and gives its timeline.
func run(t testing.TB, listing trace.Listing, orders ...order) *timeline.Timeline {
	t.Helper()
	program, _ := script.Load(listing, script.Options{}) // a refusal is told by the run
	r := program.Start()
	defer func() { _ = r.Close() }()
	log, tl := trace.NewLog(), timeline.New()
	for {
		for len(orders) > 0 && log.Len() >= orders[0].after {
			if err := r.Do(orders[0].command); err != nil {
				t.Fatal(err)
			}
			orders = orders[1:]
		}
		err := r.Next(context.Background(), log)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	tl.Extend(log.View())
	return tl
}

// file runs a program of testdata.
func file(t testing.TB, name string) (trace.Listing, *timeline.Timeline) {
	t.Helper()
	source, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	l := trace.Listing{Name: name, Source: string(source)}
	return l, run(t, l)
}

// golden compares with a file in testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is\n%s\nwant\n%s\n(-update rewrites it)", path, got, want)
	}
}

func text(t *testing.T, tl *timeline.Timeline, opts export.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := export.Text(&b, tl, opts); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestRunsAsText(t *testing.T) {
	for _, name := range []string{"gather", "shield", "ends"} {
		t.Run(name, func(t *testing.T) {
			l, tl := file(t, name+".py")
			golden(t, name+".txt", text(t, tl, export.Options{Listing: l}))
		})
	}
}

func TestTextWithoutUnicode(t *testing.T) {
	l, tl := file(t, "ends.py")
	got := text(t, tl, export.Options{Listing: l, ASCII: true, Width: 80})
	golden(t, "ends.ascii.txt", got)
	if i := bytes.IndexFunc(got, func(r rune) bool { return r >= 0x80 }); i >= 0 {
		t.Errorf("byte %d of the ASCII form is not ASCII", i)
	}
}

func program(name, source string) trace.Listing { return trace.Listing{Name: name, Source: source} }

func TestEndingsAsText(t *testing.T) {
	tests := []struct{ name, source, want string }{
		{"syntax", "x = 1\nasync def main()\n    pass\n", "It was not run: SyntaxError: expected ':'\n    2  async def main()\n"},
		{"empty", "", "The program ended at 0.000 s."},
		{"exception", "import asyncio\n\nasync def main():\n    raise ValueError('no')\n\nasyncio.run(main())\n", "Nothing caught ValueError('no')."},
		{"deadlock", "import asyncio\n\nasync def main():\n    await asyncio.get_running_loop().create_future()\n\nasyncio.run(main())\n",
			"nothing can wake\n  main: it waits for future 1\n"},
		{"limit", "while True:\n    pass\n", "the limit of steps without a suspension is reached at line 1"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			l := program(test.name+".py", test.source)
			if got := string(text(t, run(t, l), export.Options{Listing: l})); !strings.Contains(got, test.want) {
				t.Errorf("the text is\n%s\nwant it to say\n%s", got, test.want)
			}
		})
	}
}

// crowd is a program of many tasks with wide names and results.
const crowd = `import asyncio

async def job(n):
    print("こんにちは" * n)
    for i in range(n):
        await asyncio.sleep(0)
    await asyncio.sleep(n)
    return "結果" * 40

async def main():
    tasks = [asyncio.create_task(job(i), name=f"日本語の名前{i}") for i in range(70)]
    await asyncio.gather(*tasks)

asyncio.run(main())
`

func TestNoLineIsWiderThanAsked(t *testing.T) {
	l := program("crowd.py", crowd)
	tl := run(t, l)
	for _, width := range []int{60, 80, 100, 133} {
		for _, ascii := range []bool{false, true} {
			got := text(t, tl, export.Options{Listing: l, Width: width, ASCII: ascii, Steps: 50})
			for _, line := range strings.Split(string(got), "\n") {
				if w := ansi.StringWidth(line); w > width {
					t.Errorf("at width %d, ascii %t, a line of %d columns:\n%s", width, ascii, w, line)
				}
				if strings.HasSuffix(line, " ") {
					t.Errorf("blanks at the end of %q", line)
				}
			}
			if !bytes.Contains(got, []byte("and 11 more tasks")) {
				t.Errorf("the lanes that were left out are not told")
			}
		}
	}
}

const evil = `import asyncio

async def job():
    print("\x1b[31mred\x9b2J\x07 <b>&amp;</b> \u202egnp.exe")
    raise ValueError("]]>\x00\x1b")

async def main():
    task = asyncio.create_task(job(), name="\x1b]0;evil\x07<svg onload=alert(1)>")
    await asyncio.wait([task])

asyncio.run(main())
`

func TestHostileTextIsShownHarmlessly(t *testing.T) {
	l := program("evil\x1b[2J.py", evil)
	tl := run(t, l)
	var picture bytes.Buffer
	if err := export.SVG(&picture, tl, export.Options{Listing: l}); err != nil {
		t.Fatal(err)
	}
	for name, got := range map[string]string{
		"text": string(text(t, tl, export.Options{Listing: l})), "picture": picture.String(),
	} {
		for _, r := range got {
			if unicode.IsControl(r) && r != '\n' || r == 0x202e {
				t.Errorf("%s: %U got through", name, r)
			}
		}
		if !strings.Contains(got, "␛[31mred") {
			t.Errorf("%s: what was printed cannot be seen", name)
		}
	}
	wellFormed(t, picture.Bytes())
	if strings.Contains(picture.String(), "<svg onload") {
		t.Error("a task's name became an element of the picture")
	}
}

func wellFormed(t *testing.T, picture []byte) {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(picture)); ; {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("the picture is no XML: %v", err)
		}
	}
}

func TestPicturesAreWellFormed(t *testing.T) {
	for _, p := range presets.All() {
		tl := run(t, p.Listing)
		for _, at := range []int{0, 1, tl.Home(), tl.View().Len() / 2} {
			var b bytes.Buffer
			if err := export.SVG(&b, tl, export.Options{Listing: p.Listing, At: at}); err != nil {
				t.Fatal(err)
			}
			wellFormed(t, b.Bytes())
			if bytes.Contains(b.Bytes(), []byte("NaN")) || bytes.Contains(b.Bytes(), []byte("Inf")) || bytes.Contains(b.Bytes(), []byte("%!")) {
				t.Errorf("%s at %d: a number or format went wrong", p.Name, at)
			}
		}
	}
}

// TestThePictureOfTheReadmeIsOfThisProgram keeps it up to date.
func TestThePictureOfTheReadmeIsOfThisProgram(t *testing.T) {
	l, tl := file(t, "gather.py")
	var b bytes.Buffer
	opts := export.Options{Listing: l, Title: "gather   two lanes: they overlap", At: readmeMoment(tl)}
	if err := export.SVG(&b, tl, opts); err != nil {
		t.Fatal(err)
	}
	golden(t, "gather.svg", b.Bytes())
}

// readmeMoment gives the moment at which job1 is ready again.
func readmeMoment(tl *timeline.Timeline) int {
	n, ok := tl.Home(), true
	for ok && tl.TimeAt(n) < trace.Second {
		n, ok = tl.NextHandle(n)
	}
	return n
}

func TestAFailingWriterIsTold(t *testing.T) {
	_, tl := file(t, "gather.py")
	if err := export.Text(full{}, tl, export.Options{}); !errors.Is(err, errFull) {
		t.Errorf("text: error %v", err)
	}
	if err := export.SVG(full{}, tl, export.Options{}); !errors.Is(err, errFull) {
		t.Errorf("picture: error %v", err)
	}
}

var errFull = errors.New("disk full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }
