package syntax

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// FuzzScan promises that any bytes are cut into tokens that follow one another
// in the source, or refused with a place in it.
func FuzzScan(f *testing.F) {
	addSamples(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		text, err := decode(src)
		if err != nil {
			return
		}
		s := scanner{src: text}
		s.scan()
		if len(s.toks) == 0 {
			t.Fatal("there is not even an end")
		}
		last := s.toks[len(s.toks)-1].kind
		if (last == bad) != (s.err != nil) || last != bad && last != eof {
			t.Fatalf("the last token is %v, the error %v", last, s.err)
		}
		at := int32(0)
		for i, tok := range s.toks {
			if tok.off < 0 || tok.stop < tok.off || int(tok.stop) > len(s.src) {
				t.Fatalf("token %d is from %d to %d of %d bytes", i, tok.off, tok.stop, len(s.src))
			}
			if tok.placed() && tok.off < at {
				t.Fatalf("token %d begins at %d, before the end of the last at %d", i, tok.off, at)
			}
			at = max(at, tok.stop)
		}
	})
}

// FuzzParse promises that any bytes are parsed or refused, soon, and that an
// error points into the source.
func FuzzParse(f *testing.F) {
	addSamples(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		start := time.Now()
		_, err := Parse("fuzz.py", src)
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%d bytes took %v", len(src), d)
		}
		var e *Error
		if err == nil {
			return
		}
		if !errors.As(err, &e) {
			t.Fatalf("%T is no *Error", err)
		}
		checkPlace(t, src, e)
	})
}

// addSamples adds the programs to begin with.
func addSamples(f *testing.F) {
	for _, file := range []string{errorSamples, treeSamples} {
		for _, s := range readSamples(f, file) {
			f.Add([]byte(s.program))
		}
	}
	files, _ := filepath.Glob(filepath.Join(conformance, "*", "*.py"))
	for _, file := range files {
		if src, err := os.ReadFile(file); err == nil && len(src) < 10_000 {
			f.Add(src)
		}
	}
}

// checkPlace fails unless e lies in the source; a column may be one behind
// the end of its line, and one more for a newline that the source lacks.
func checkPlace(t *testing.T, src []byte, e *Error) {
	t.Helper()
	text := bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	lines := strings.Split(string(text), "\n")
	if e.Line < 1 || e.Line > len(lines) || e.EndLine > len(lines) {
		t.Fatalf("%v: end line %d, and there are %d", e, e.EndLine, len(lines))
	}
	width := utf8.RuneCountInString(lines[e.Line-1])
	if e.Col < -1 || e.Col > width+1 {
		t.Fatalf("%v: column %d of %d", e, e.Col, width)
	}
	if want := strings.ToValidUTF8(lines[e.Line-1], "\uFFFD"); e.Text != want {
		t.Fatalf("%v: the line is %q, not %q", e, want, e.Text)
	}
	e.Format()
}

// benchmarkProgram is a script like those that lessons are.
const benchmarkProgram = `import asyncio
from dataclasses import dataclass

@dataclass
class Order:
    number: int
    dish: str = "soup"

async def cook(order, stove, *, seconds=0.5):
    """Cooks one order."""
    async with stove:
        print(f"{order.number:>3} {order.dish!r} on {stove=}")
        await asyncio.sleep(seconds)
    return {"order": order.number, "done": True, **vars(order)}

async def main():
    stove = asyncio.Semaphore(2)
    orders = [Order(n, dish) for n, dish in enumerate(["soup", "rice"] * 3) if n % 2 == 0]
    try:
        results = await asyncio.gather(*(cook(o, stove) for o in orders), return_exceptions=True)
    except* ValueError as group:
        raise RuntimeError("kitchen closed") from group
    else:
        total = sum(r["order"] for r in results) + 0x10 ** 2
        match results:
            case [{"done": True}, *rest] if rest:
                print(total, len(rest), sep=", ")
            case _:
                pass

asyncio.run(main())
`

func BenchmarkParse(b *testing.B) {
	src := []byte(strings.Repeat(benchmarkProgram, 20))
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("bench.py", src); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkParseError has its mistake on the last line.
func BenchmarkParseError(b *testing.B) {
	src := []byte(strings.Repeat(benchmarkProgram, 20) + "print(1 2)\n")
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if _, err := Parse("bench.py", src); err == nil {
			b.Fatal("the mistake was not found")
		}
	}
}
