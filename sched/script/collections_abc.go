package script

// structure says of an abstract class whether a type is one by its methods.
var structure = map[*Type]func(t *Type) bool{}

// abstractNames are the abstract methods of the classes in Go.
var abstractNames = map[*Type][]string{}

// builtinABC says whether a type in Go is registered with an abstract class.
func builtinABC(t, of *Type) bool { return false }
