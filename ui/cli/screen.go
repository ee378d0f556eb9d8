package cli

import (
	"context"
	"strings"

	"loopscope/presets"
	"loopscope/sched/session"
	"loopscope/sched/trace"
	"loopscope/ui"
)

// show opens the screen, with a program or with the lessons to choose from,
// until the user leaves.
func (a *app) show(ctx context.Context, p *program) error {
	opts := ui.Options{
		Open: func(_ context.Context, l trace.Listing) (session.Source, error) {
			return a.watch(program{listing: l, refused: a.vet(l)}), nil
		},
		Lessons: presets.All(),
		Speed:   a.speed,
		NoColor: a.noColor,
		ASCII:   a.ascii,
	}
	if p != nil {
		opts.Start = p.preset()
		if p.path != "" {
			opts.Reload = func(l trace.Listing) (trace.Listing, error) {
				if l.Name != p.listing.Name {
					return l, nil
				}
				read, err := a.readProgram(p.path)
				return read.listing, err
			}
		}
	}
	if err := ui.Run(ctx, opts); err != nil {
		return failure{err}
	}
	return nil
}

// preset gives what the screen shows of a program: a lesson, or what a file
// says of itself. A file whose comments for lessons are wrong is shown without
// them.
func (p *program) preset() *presets.Preset {
	if p.lesson != nil {
		return p.lesson
	}
	if read, err := presets.Parse(p.listing); err == nil {
		return &read
	}
	name := strings.TrimSuffix(p.listing.Name, ".py")
	return &presets.Preset{Name: name, Title: name, Listing: p.listing, Body: 1}
}
