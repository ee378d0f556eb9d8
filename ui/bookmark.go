package ui

import (
	"errors"
	"fmt"
	"sort"
	"strconv"
	"strings"

	"loopscope/sched/trace"
)

func init() {
	words = append(words,
		word{name: "bookmark", arg: "NAME", does: "set a bookmark at this moment, or name the one there", run: onRun((*watch).nameBookmark)},
		word{name: "bookmarks", arg: "NAME", does: "go to a bookmark", offer: offerBookmarks, run: onRun((*watch).gotoBookmark)},
	)
}

// A bookmark is a moment that the user wants to find again.
type bookmark struct {
	event int
	now   trace.Time // of the playhead, which may stand in a rest
	name  string
}

// bookmarks are those of one run, in order of their moments.
type bookmarks struct {
	list []bookmark
	made int // so far; the next one is named by it
}

// at gives the index of the bookmark at a moment; ok is false where there is
// none, and then it is where one belongs.
func (b *bookmarks) at(event int, now trace.Time) (i int, ok bool) {
	i = sort.Search(len(b.list), func(i int) bool {
		return b.list[i].event > event || b.list[i].event == event && b.list[i].now >= now
	})
	return i, i < len(b.list) && b.list[i].event == event && b.list[i].now == now
}

// set adds a bookmark, or names the one that is there.
func (b *bookmarks) set(event int, now trace.Time, name string) {
	i, there := b.at(event, now)
	if there {
		b.list[i].name = name
		return
	}
	b.list = append(b.list, bookmark{})
	copy(b.list[i+1:], b.list[i:])
	b.list[i] = bookmark{event, now, name}
}

// named gives the bookmark of a name, nil if there is none.
func (b *bookmarks) named(name string) *bookmark {
	for i := range b.list {
		if strings.EqualFold(b.list[i].name, name) {
			return &b.list[i]
		}
	}
	return nil
}

// toggleBookmark sets a bookmark at the position, or removes the one there.
func (w *watch) toggleBookmark() {
	b := &w.marked
	n, now := w.sess.Pos(), w.sess.Now()
	if i, there := b.at(n, now); there {
		w.toast = toast{text: "The bookmark here, " + b.list[i].name + ", is gone."}
		b.list = append(b.list[:i], b.list[i+1:]...)
		return
	}
	b.made++
	name := "mark " + strconv.Itoa(b.made)
	b.set(n, now, name)
	w.toast = toast{text: "Bookmark here: " + name + ". ' and \" go from one to the next; :bookmark NAME names it."}
}

// walkBookmarks goes to the next bookmark, or the one before (by below 0).
func (w *watch) walkBookmarks(by int) {
	b := &w.marked
	i, there := b.at(w.sess.Pos(), w.sess.Now())
	switch {
	case by < 0:
		i--
	case there:
		i++
	}
	switch {
	case len(b.list) == 0:
		w.say("There is no bookmark yet: m sets one at this moment.")
	case i < 0:
		w.say("There is no bookmark before this moment.")
	case i >= len(b.list):
		w.say("There is no bookmark behind this moment.")
	default:
		w.sess.SeekAt(b.list[i].event, b.list[i].now)
		w.toast = toast{text: fmt.Sprintf("Bookmark %d of %d: %s.", i+1, len(b.list), b.list[i].name)}
	}
}

// nameBookmark names the bookmark at the position, and sets it if there is
// none.
func (w *watch) nameBookmark(name string) error {
	n, now := w.sess.Pos(), w.sess.Now()
	if name == "" {
		return errors.New("what is it called? :bookmark NAME")
	}
	if b := w.marked.named(name); b != nil && (b.event != n || b.now != now) {
		return fmt.Errorf("another bookmark is called %s, at %s s", b.name, b.now)
	}
	w.marked.set(n, now, name)
	w.toast = toast{text: "Bookmark here: " + name + "."}
	return nil
}

func (w *watch) gotoBookmark(name string) error {
	if len(w.marked.list) == 0 {
		return errors.New("there is no bookmark yet: m sets one at this moment")
	}
	b := w.marked.named(name)
	if b == nil {
		return errors.New("which bookmark? choose one below")
	}
	w.sess.SeekAt(b.event, b.now)
	return nil
}

func offerBookmarks(w *watch, _ string) []offer {
	var all []offer
	for _, b := range w.marked.list {
		all = append(all, offer{arg: b.name, does: "at " + b.now.String() + " s, event " + strconv.Itoa(b.event)})
	}
	return all
}

// paintBookmarks marks the bookmarks on the ruler's row, where no label stands.
func (w *watch) paintBookmarks(f *frame) {
	last := -1
	for i := range w.marked.list {
		b := &w.marked.list[i]
		x := w.ruler.at(b.event, w.tl.Column(b.event), b.now)
		if x < 0 || x >= f.layout.ruler.w || x == last {
			continue
		}
		last = x
		f.set(f.layout.ruler.x+x, f.layout.ruler.y, f.skin.glyph(glyphBookmark), bold)
	}
}
