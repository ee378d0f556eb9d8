package script

// chainAttributes are the attributes that tell what an exception came from.
var chainAttributes = []string{"__cause__", "__context__", "__suppress_context__", "__traceback__"}

// setChain sets one of chainAttributes, as Objects/exceptions.c does.
func (e *exception) setChain(name string, item Value) error {
	other, ok := item.(*exception)
	ok = ok || item == None
	switch name {
	case "__traceback__":
		return e.setTraceback(item)
	case "__suppress_context__":
		if e.suppress, ok = item.(bool); !ok {
			return typeError("attribute value type must be bool")
		}
	case "__cause__":
		if !ok {
			return typeError("exception cause must be None or derive from BaseException")
		}
		e.cause, e.suppress = other, true
	case "__context__":
		if !ok {
			return typeError("exception context must be None or derive from BaseException")
		}
		e.context = other
	}
	return nil
}
