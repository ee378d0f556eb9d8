package presets

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"loopscope/sched/trace"
)

// Parse reads the story, notes, predictions and checks of a Python text. It
// does not look at the Python itself. An error names the file and the line:
// "gather.py:12: …".
func Parse(listing trace.Listing) (Preset, error) {
	lines := scanLines(listing.Source)
	doc, body := docstring(lines)
	p := Preset{Listing: listing, Body: body}
	base := strings.TrimSuffix(listing.Name, ".py")
	p.Name = strings.ReplaceAll(base, "_", "-")
	p.Title, p.Summary, p.Story = story(doc)
	if p.Title == "" {
		p.Title = base
	}
	r := reader{preset: &p}
	for i, l := range lines {
		if err := r.line(i+1, l); err != nil {
			return Preset{}, fmt.Errorf("%s:%d: %w", listing.Name, r.at, err)
		}
	}
	if err := r.end(); err != nil {
		return Preset{}, fmt.Errorf("%s:%d: %w", listing.Name, r.at, err)
	}
	return p, nil
}

// story takes a docstring apart: title, summary, and the rest.
func story(doc string) (title, summary, rest string) {
	first, rest, _ := strings.Cut(doc, "\n\n")
	rest = strings.Trim(rest, "\n")
	title, more, _ := strings.Cut(first, "\n")
	switch {
	case more == "":
		return title, "", rest
	case !strings.Contains(more, "\n"):
		return title, strings.TrimSpace(more), rest
	case rest == "":
		return title, "", more
	default:
		return title, "", more + "\n\n" + rest
	}
}

// A reader walks down a file and keeps what still waits for its line of code.
type reader struct {
	preset  *Preset
	at      int          // the line to blame for an error
	note    string       // notes since the last line of code
	asked   []Prediction // predictions since the last line of code; Line is still their own
	open    bool         // the line above is a prediction, which may go on
	written int          // line of the first comment that waits; 0: none
}

// line reads one line of the file, numbered from 1.
func (r *reader) line(number int, l sourceLine) error {
	r.at = number
	kind, text := directive(number, l)
	if kind != '?' {
		if err := r.closePrediction(); err != nil {
			return err
		}
	}
	if kind != 0 && !l.code {
		r.preset.Comments = append(r.preset.Comments, number)
	}
	if kind != 0 && kind != ':' && l.code {
		return fmt.Errorf("#%c stands on a line of its own", kind)
	}
	if l.code {
		r.attach(number)
	}
	switch kind {
	case ':':
		return r.addNote(number, l, text)
	case '?':
		return r.addPrediction(number, text)
	case '!':
		return r.addCheck(number, text)
	}
	return nil
}

// directive returns which of our comments a line has: one of ":?!", 0 for
// none, and its text. Like #! of the first line, #:: or #?? are just comments.
func directive(number int, l sourceLine) (byte, string) {
	if !l.commented || len(l.comment) < 2 || !strings.ContainsRune(":?!", rune(l.comment[1])) {
		return 0, ""
	}
	text := l.comment[2:]
	if text != "" && text[0] != ' ' && text[0] != '\t' {
		return 0, ""
	}
	text = strings.TrimSpace(text)
	if l.comment[1] == '!' && number == 1 && strings.HasPrefix(text, "/") {
		return 0, ""
	}
	return l.comment[1], text
}

// attach gives what waits to the line of code that has come.
func (r *reader) attach(number int) {
	r.remark(number, r.note)
	for _, p := range r.asked {
		p.Line = number
		r.preset.Predictions = append(r.preset.Predictions, p)
	}
	r.note, r.asked, r.written = "", nil, 0
}

// remark adds to the note on the newest line of code.
func (r *reader) remark(number int, text string) {
	notes := r.preset.Notes
	switch {
	case text == "":
	case len(notes) > 0 && notes[len(notes)-1].Line == number:
		notes[len(notes)-1].Text += " " + text
	default:
		r.preset.Notes = append(notes, Note{Line: number, Text: text})
	}
}

func (r *reader) addNote(number int, l sourceLine, text string) error {
	if name, ok := strings.CutPrefix(text, "compare:"); ok {
		return r.addCompare(strings.TrimSpace(name))
	}
	switch {
	case text == "":
		return errors.New("a note without text")
	case l.code:
		r.remark(number, text)
	default:
		r.note = strings.TrimSpace(r.note + " " + text)
		r.wait(number)
	}
	return nil
}

func (r *reader) addCompare(name string) error {
	if !strings.HasSuffix(name, ".py") || strings.ContainsAny(name, `/\ `) {
		return fmt.Errorf("compare: wants the name of one file beside this one, as in other.py, not %q", name)
	}
	r.preset.Compare = append(r.preset.Compare, trace.Listing{Name: name})
	return nil
}

// addPrediction begins a prediction, or goes on with the one above.
func (r *reader) addPrediction(number int, text string) error {
	question, answers, found := strings.Cut(text, "|")
	question = strings.TrimSpace(question)
	if question != "" {
		if err := r.closePrediction(); err != nil {
			return err
		}
		r.asked = append(r.asked, Prediction{Line: number, Question: question})
		r.wait(number)
	} else if !r.open {
		return errors.New("a prediction begins with its question: #? question | answer | answer*")
	}
	r.open = true
	if !found {
		return nil
	}
	p := &r.asked[len(r.asked)-1]
	for answer := range strings.SplitSeq(answers, "|") {
		if err := p.add(strings.TrimSpace(answer)); err != nil {
			return err
		}
	}
	return nil
}

func (p *Prediction) add(answer string) error {
	answer, right := strings.CutSuffix(answer, "*")
	answer = strings.TrimSpace(answer)
	if answer == "" {
		return errors.New("a prediction with an empty answer")
	}
	if slices.Contains(p.Answers, answer) {
		return fmt.Errorf("a prediction with the answer %q twice", answer)
	}
	if right {
		p.Right = append(p.Right, len(p.Answers))
	}
	p.Answers = append(p.Answers, answer)
	return nil
}

// closePrediction judges the prediction above, if one is open.
func (r *reader) closePrediction() error {
	if !r.open {
		return nil
	}
	r.open = false
	p := r.asked[len(r.asked)-1]
	now := r.at
	r.at = p.Line
	switch {
	case len(p.Answers) < 2:
		return errors.New("a prediction with fewer than two answers: #? question | answer | answer*")
	case len(p.Right) == 0:
		return errors.New("a prediction without a right answer; mark it with an asterisk: answer*")
	case len(p.Right) == len(p.Answers):
		return errors.New("a prediction without a wrong answer")
	}
	r.at = now
	return nil
}

func (r *reader) addCheck(number int, text string) error {
	expression, ok := strings.CutPrefix(text, "check:")
	if !ok {
		return fmt.Errorf("#! %s: only #! check: is known", text)
	}
	expression = strings.TrimSpace(expression)
	if _, err := parseClaim(expression); err != nil {
		return err
	}
	r.preset.Checks = append(r.preset.Checks, Check{Line: number, Text: expression})
	return nil
}

func (r *reader) wait(number int) {
	if r.written == 0 {
		r.written = number
	}
}

// end refuses what still waits when the file is over.
func (r *reader) end() error {
	if err := r.closePrediction(); err != nil {
		return err
	}
	if r.written != 0 {
		r.at = r.written
		return errors.New("no line of code follows this comment")
	}
	return nil
}
