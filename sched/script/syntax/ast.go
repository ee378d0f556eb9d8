package syntax

import "math/big"

// The tree mirrors CPython 3.13's ast module node by node (Parser/Python.asdl):
// the same names and the same fields in the same order, with three liberties.
// An async form is its plain form with Async set, the operators are numbers,
// and a constant carries its kind instead of a dynamic value.
//
// A nil Expr, an empty name or an empty list means that the program text has
// nothing there.

// A Pos is a place in the source.
type Pos struct {
	Line int // 1-based
	Col  int // 0-based, in code points (CPython's ast counts UTF-8 bytes)
}

// A Span is the text of a node: from Pos up to, and without, End.
type Span struct {
	Pos, End Pos
}

// Where returns the span itself, so that every node answers for its place.
func (s Span) Where() Span { return s }

// A Node is any part of the tree that has a place in the source.
type Node interface{ Where() Span }

// A Stmt is a statement.
type Stmt interface {
	Node
	stmt()
}

// An Expr is an expression.
type Expr interface {
	Node
	expr()
}

// A Pattern is what follows case in a match statement.
type Pattern interface {
	Node
	pattern()
}

// A Module is a whole file.
type Module struct {
	Body []Stmt
}

// Statements.
type (
	// A FunctionDef is def or, with Async, async def. Its Pos is that of the
	// keyword; the decorators stand before it.
	FunctionDef struct {
		Span
		Name       string
		Args       *Arguments
		Body       []Stmt
		Decorators []Expr
		Returns    Expr
		TypeParams []*TypeParam
		Async      bool
	}
	ClassDef struct {
		Span
		Name       string
		Bases      []Expr
		Keywords   []*Keyword
		Body       []Stmt
		Decorators []Expr
		TypeParams []*TypeParam
	}
	Return struct {
		Span
		Value Expr
	}
	Delete struct {
		Span
		Targets []Expr
	}
	// An Assign is a = b = value: Targets in source order.
	Assign struct {
		Span
		Targets []Expr
		Value   Expr
	}
	// A TypeAlias is type Name[TypeParams] = Value.
	TypeAlias struct {
		Span
		Name       *Name
		TypeParams []*TypeParam
		Value      Expr
	}
	AugAssign struct {
		Span
		Target Expr
		Op     Operator
		Value  Expr
	}
	// An AnnAssign is target: annotation [= value]. Simple is set for a bare
	// name without parentheses, which alone enters __annotations__.
	AnnAssign struct {
		Span
		Target     Expr
		Annotation Expr
		Value      Expr
		Simple     bool
	}
	For struct {
		Span
		Target Expr
		Iter   Expr
		Body   []Stmt
		Else   []Stmt
		Async  bool
	}
	While struct {
		Span
		Test Expr
		Body []Stmt
		Else []Stmt
	}
	// An If's elif is an If alone in Else.
	If struct {
		Span
		Test Expr
		Body []Stmt
		Else []Stmt
	}
	With struct {
		Span
		Items []*WithItem
		Body  []Stmt
		Async bool
	}
	Match struct {
		Span
		Subject Expr
		Cases   []*MatchCase
	}
	Raise struct {
		Span
		Exc   Expr
		Cause Expr
	}
	// A Try is try or, with Star, try with except* handlers.
	Try struct {
		Span
		Body     []Stmt
		Handlers []*ExceptHandler
		Else     []Stmt
		Finally  []Stmt
		Star     bool
	}
	Assert struct {
		Span
		Test Expr
		Msg  Expr
	}
	Import struct {
		Span
		Names []*Alias
	}
	// An ImportFrom is from Module import Names. Level counts the leading
	// dots. A star import is one Alias named "*".
	ImportFrom struct {
		Span
		Module string
		Names  []*Alias
		Level  int
	}
	Global struct {
		Span
		Names []string
	}
	Nonlocal struct {
		Span
		Names []string
	}
	ExprStmt struct {
		Span
		Value Expr
	}
	Pass     struct{ Span }
	Break    struct{ Span }
	Continue struct{ Span }
)

// Expressions. Those that can be assigned to carry their Context.
type (
	// A BoolOp is a run of one operator: a and b and c has three Values.
	BoolOp struct {
		Span
		Op     BoolOperator
		Values []Expr
	}
	NamedExpr struct {
		Span
		Target *Name
		Value  Expr
	}
	BinOp struct {
		Span
		Left  Expr
		Op    Operator
		Right Expr
	}
	UnaryOp struct {
		Span
		Op      UnaryOperator
		Operand Expr
	}
	Lambda struct {
		Span
		Args *Arguments
		Body Expr
	}
	IfExp struct {
		Span
		Test Expr
		Body Expr
		Else Expr
	}
	// A Dict has a nil key where its value is unpacked by **.
	Dict struct {
		Span
		Keys   []Expr
		Values []Expr
	}
	Set struct {
		Span
		Elts []Expr
	}
	ListComp struct {
		Span
		Elt        Expr
		Generators []*Comprehension
	}
	SetComp struct {
		Span
		Elt        Expr
		Generators []*Comprehension
	}
	DictComp struct {
		Span
		Key        Expr
		Value      Expr
		Generators []*Comprehension
	}
	GeneratorExp struct {
		Span
		Elt        Expr
		Generators []*Comprehension
	}
	Await struct {
		Span
		Value Expr
	}
	Yield struct {
		Span
		Value Expr
	}
	YieldFrom struct {
		Span
		Value Expr
	}
	// A Compare is a chain: Left Ops[0] Comparators[0] Ops[1] ….
	Compare struct {
		Span
		Left        Expr
		Ops         []CmpOperator
		Comparators []Expr
	}
	Call struct {
		Span
		Func     Expr
		Args     []Expr
		Keywords []*Keyword
	}
	// A FormattedValue is one replacement field of an f-string. Conversion is
	// 's', 'r' or 'a', or 0 for none; Spec is nil without a colon.
	FormattedValue struct {
		Span
		Value      Expr
		Conversion byte
		Spec       *JoinedStr
	}
	// A JoinedStr is an f-string, or a run of adjacent literals with one in
	// it: string Constants and FormattedValues, no two Constants in a row.
	JoinedStr struct {
		Span
		Values []Expr
	}
	// A Constant is a literal; which fields count depends on Kind.
	Constant struct {
		Span
		Kind  ConstKind
		Int   int64    // Int, when Big is nil; never negative
		Big   *big.Int // Int beyond int64; read-only
		Float float64  // Float, and the factor of an Imag
		Str   string   // Str as UTF-8, lone surrogates in the three bytes UTF-8 would give them; Bytes as they are
		U     bool     // Str written with the prefix u
	}
	Attribute struct {
		Span
		Value Expr
		Attr  string
		Ctx   Context
	}
	Subscript struct {
		Span
		Value Expr
		Slice Expr
		Ctx   Context
	}
	Starred struct {
		Span
		Value Expr
		Ctx   Context
	}
	Name struct {
		Span
		ID  string
		Ctx Context
	}
	List struct {
		Span
		Elts []Expr
		Ctx  Context
	}
	Tuple struct {
		Span
		Elts []Expr
		Ctx  Context
	}
	// A Slice stands only as a Subscript's Slice, or in a Tuple there.
	Slice struct {
		Span
		Lower Expr
		Upper Expr
		Step  Expr
	}
)

// Patterns.
type (
	// A MatchValue compares with ==: a number, a string or a dotted name.
	MatchValue struct {
		Span
		Value Expr
	}
	// A MatchSingleton compares with is: None, True or False.
	MatchSingleton struct {
		Span
		Kind ConstKind
	}
	MatchSequence struct {
		Span
		Patterns []Pattern
	}
	// A MatchMapping's Rest is the name after **, or empty.
	MatchMapping struct {
		Span
		Keys     []Expr
		Patterns []Pattern
		Rest     string
	}
	MatchClass struct {
		Span
		Cls         Expr
		Patterns    []Pattern
		KwdAttrs    []string
		KwdPatterns []Pattern
	}
	// A MatchStar is *name, or *_ with an empty Name.
	MatchStar struct {
		Span
		Name string
	}
	// A MatchAs is pattern as name, a capturing name (Pattern nil), or the
	// wildcard _ (both empty).
	MatchAs struct {
		Span
		Pattern Pattern
		Name    string
	}
	MatchOr struct {
		Span
		Patterns []Pattern
	}
)

// Parts of other nodes.
type (
	// Arguments is a function's parameter list. Defaults belong to the last
	// parameters of PosOnly followed by Args; KwDefaults goes with KwOnly one
	// to one, nil where there is none.
	Arguments struct {
		PosOnly    []*Arg
		Args       []*Arg
		Vararg     *Arg
		KwOnly     []*Arg
		KwDefaults []Expr
		Kwarg      *Arg
		Defaults   []Expr
	}
	Arg struct {
		Span
		Name       string
		Annotation Expr
	}
	// A Keyword is name=value in a call, or **value with an empty Name.
	Keyword struct {
		Span
		Name  string
		Value Expr
	}
	Alias struct {
		Span
		Name   string // dotted for import a.b
		AsName string
	}
	WithItem struct {
		Context Expr
		Vars    Expr
	}
	MatchCase struct {
		Pattern Pattern
		Guard   Expr
		Body    []Stmt
	}
	ExceptHandler struct {
		Span
		Type Expr
		Name string
		Body []Stmt
	}
	Comprehension struct {
		Target Expr
		Iter   Expr
		Ifs    []Expr
		Async  bool
	}
	// A TypeParam is T: Bound = Default, *T = Default or **T = Default.
	TypeParam struct {
		Span
		Kind    TypeParamKind
		Name    string
		Bound   Expr // of a TypeVar only
		Default Expr
	}
)
