package script

import "testing"

// The referee seeds the module with 0 before the script; what CPython takes
// from the machine is the same in every run here.
func TestRandomIsTheSameInEveryRun(t *testing.T) {
	const source = "import random\nprint(random.random(), random.randint(1, 6))\nrandom.seed()\nprint(random.random(), random.Random().random())\n"
	first, _ := printed(t, source, Options{})
	again, _ := printed(t, source, Options{})
	if first != again {
		t.Errorf("two runs draw\n%s\nand\n%s", first, again)
	}
	const seededWith0 = "0.8444218515250481 4\n"
	if len(first) < len(seededWith0) || first[:len(seededWith0)] != seededWith0 {
		t.Errorf("the unseeded module draws %s", first)
	}
}
