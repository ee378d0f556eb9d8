package sched

import (
	"slices"
	"testing"
)

func TestAFutureSetKeepsItsOrderWhenMostHaveLeft(t *testing.T) {
	l := NewLoop(nil, Host{})
	defer l.Close()
	var set futureSet
	var fs []*Future
	for range 100 {
		f := l.NewFuture("f")
		fs = append(fs, f)
		set.add(f)
	}
	for _, f := range fs[3:97] {
		set.discard(f)
	}
	now := l.NewFuture("now")
	set.replace(fs[98], now)
	if set.add(fs[0]) || set.discard(fs[98]) {
		t.Error("a future is in the set twice, or one that was replaced still is")
	}
	want := []*Future{fs[0], fs[1], fs[2], fs[97], now, fs[99]}
	if got := slices.Collect(set.all()); !slices.Equal(got, want) || set.len() != len(want) {
		t.Errorf("%d futures are left in another order than that of insertion", len(got))
	}
	if most := 2*len(want) + 16; len(set.order) > most {
		t.Errorf("the set holds %d places for %d futures, want at most %d", len(set.order), len(want), most)
	}
}
