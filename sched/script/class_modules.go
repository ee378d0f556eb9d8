package script

import "maps"

// classModules are the modules that make classes and functions, or look at
// them.
func classModules() []*module {
	return []*module{abcModule(), dataclassModule(), typesModule(), enumModule(), abstractModule(), typingModule(), recordsModule(), inspectModule(), futureModule()}
}

// classAttributes are the names that their objects compute.
const classAttributes = "cr_running cr_suspended cr_frame cr_code cr_await cr_origin f_lineno f_code f_locals slow_callback_duration " +
	"__annotations__ __defaults__ __kwdefaults__ __code__ co_name co_qualname co_filename co_firstlineno " +
	"co_argcount co_posonlyargcount co_kwonlyargcount co_varnames co_nlocals co_freevars co_cellvars co_flags __isabstractmethod__ " +
	"__abstractmethods__ __orig_bases__ __match_args__ __origin__ __args__ __parameters__ " +
	"__final__ __override__ __type_params__ __value__ __bound__ __constraints__"

func setHashless(t *Type) { t.hash = unhashable }

// setupClasses says how the types of these modules are completed.
func setupClasses(setups map[*Type]func(*Type)) {
	maps.Copy(setups, map[*Type]func(*Type){
		codeType: setupCode, featureType: setupFeature, genericAliasType: setupGenericAlias, unionTypeType: setupUnionType,
		dictType: setupReversed(setupDict, reverseKeyType), keysType: setupReversed(setHashless, reverseKeyType),
		itemsType: setupReversed(setHashless, reverseItemType), valuesType: setupReversed(func(*Type) {}, reverseValueType),
		typeAliasType: setupTypeAlias, noDefaultType: setupNoDefault, typeVarType: setupTypeVar, paramSpecType: setupTypeVar, typeVarTupleType: setupTypeVar, paramSpecArgsType: setupParamSpecPart,
		paramSpecKwargsType: setupParamSpecPart, mappingProxyType: setupMappingProxy, globalsType: setupGlobals, namespaceType: setupNamespace,
		lruCacheType: setupLruCache, fieldGetterType: setupFieldGetter, enumMetaType: setupEnumMeta, enumPropertyType: setupEnumProperty, abcMetaType: setupABCMeta, abcType: setupABC,
	})
	maps.Copy(typeModules, map[string]string{"EnumType": "enum", "_AnyMeta": "typing", "_ProtocolMeta": "typing", "_TypedDictMeta": "typing", "NamedTupleMeta": "typing", "ABC": "abc", "ABCMeta": "abc", "_Feature": "__future__"})
}
