package script

// folded are the characters whose case folding is not their lower case
// (CaseFolding.txt, as CPython 3.13 has it).
var folded = wordMap("" +
	"\u00b5=\u03bc \u00df=\u0073\u0073 \u0149=\u02bc\u006e \u017f=\u0073 \u01f0=\u006a\u030c \u0345=\u03b9 " +
	"\u0390=\u03b9\u0308\u0301 \u03b0=\u03c5\u0308\u0301 \u03c2=\u03c3 \u03d0=\u03b2 \u03d1=\u03b8 \u03d5=\u03c6 " +
	"\u03d6=\u03c0 \u03f0=\u03ba \u03f1=\u03c1 \u03f5=\u03b5 \u0587=\u0565\u0582 \u13a0=\u13a0 \u13a1=\u13a1 " +
	"\u13a2=\u13a2 \u13a3=\u13a3 \u13a4=\u13a4 \u13a5=\u13a5 \u13a6=\u13a6 \u13a7=\u13a7 \u13a8=\u13a8 \u13a9=\u13a9 " +
	"\u13aa=\u13aa \u13ab=\u13ab \u13ac=\u13ac \u13ad=\u13ad \u13ae=\u13ae \u13af=\u13af \u13b0=\u13b0 \u13b1=\u13b1 " +
	"\u13b2=\u13b2 \u13b3=\u13b3 \u13b4=\u13b4 \u13b5=\u13b5 \u13b6=\u13b6 \u13b7=\u13b7 \u13b8=\u13b8 \u13b9=\u13b9 " +
	"\u13ba=\u13ba \u13bb=\u13bb \u13bc=\u13bc \u13bd=\u13bd \u13be=\u13be \u13bf=\u13bf \u13c0=\u13c0 \u13c1=\u13c1 " +
	"\u13c2=\u13c2 \u13c3=\u13c3 \u13c4=\u13c4 \u13c5=\u13c5 \u13c6=\u13c6 \u13c7=\u13c7 \u13c8=\u13c8 \u13c9=\u13c9 " +
	"\u13ca=\u13ca \u13cb=\u13cb \u13cc=\u13cc \u13cd=\u13cd \u13ce=\u13ce \u13cf=\u13cf \u13d0=\u13d0 \u13d1=\u13d1 " +
	"\u13d2=\u13d2 \u13d3=\u13d3 \u13d4=\u13d4 \u13d5=\u13d5 \u13d6=\u13d6 \u13d7=\u13d7 \u13d8=\u13d8 \u13d9=\u13d9 " +
	"\u13da=\u13da \u13db=\u13db \u13dc=\u13dc \u13dd=\u13dd \u13de=\u13de \u13df=\u13df \u13e0=\u13e0 \u13e1=\u13e1 " +
	"\u13e2=\u13e2 \u13e3=\u13e3 \u13e4=\u13e4 \u13e5=\u13e5 \u13e6=\u13e6 \u13e7=\u13e7 \u13e8=\u13e8 \u13e9=\u13e9 " +
	"\u13ea=\u13ea \u13eb=\u13eb \u13ec=\u13ec \u13ed=\u13ed \u13ee=\u13ee \u13ef=\u13ef \u13f0=\u13f0 \u13f1=\u13f1 " +
	"\u13f2=\u13f2 \u13f3=\u13f3 \u13f4=\u13f4 \u13f5=\u13f5 \u13f8=\u13f0 \u13f9=\u13f1 \u13fa=\u13f2 \u13fb=\u13f3 " +
	"\u13fc=\u13f4 \u13fd=\u13f5 \u1c80=\u0432 \u1c81=\u0434 \u1c82=\u043e \u1c83=\u0441 \u1c84=\u0442 \u1c85=\u0442 " +
	"\u1c86=\u044a \u1c87=\u0463 \u1c88=\ua64b \u1e96=\u0068\u0331 \u1e97=\u0074\u0308 \u1e98=\u0077\u030a " +
	"\u1e99=\u0079\u030a \u1e9a=\u0061\u02be \u1e9b=\u1e61 \u1e9e=\u0073\u0073 \u1f50=\u03c5\u0313 " +
	"\u1f52=\u03c5\u0313\u0300 \u1f54=\u03c5\u0313\u0301 \u1f56=\u03c5\u0313\u0342 \u1f80=\u1f00\u03b9 " +
	"\u1f81=\u1f01\u03b9 \u1f82=\u1f02\u03b9 \u1f83=\u1f03\u03b9 \u1f84=\u1f04\u03b9 \u1f85=\u1f05\u03b9 " +
	"\u1f86=\u1f06\u03b9 \u1f87=\u1f07\u03b9 \u1f88=\u1f00\u03b9 \u1f89=\u1f01\u03b9 \u1f8a=\u1f02\u03b9 " +
	"\u1f8b=\u1f03\u03b9 \u1f8c=\u1f04\u03b9 \u1f8d=\u1f05\u03b9 \u1f8e=\u1f06\u03b9 \u1f8f=\u1f07\u03b9 " +
	"\u1f90=\u1f20\u03b9 \u1f91=\u1f21\u03b9 \u1f92=\u1f22\u03b9 \u1f93=\u1f23\u03b9 \u1f94=\u1f24\u03b9 " +
	"\u1f95=\u1f25\u03b9 \u1f96=\u1f26\u03b9 \u1f97=\u1f27\u03b9 \u1f98=\u1f20\u03b9 \u1f99=\u1f21\u03b9 " +
	"\u1f9a=\u1f22\u03b9 \u1f9b=\u1f23\u03b9 \u1f9c=\u1f24\u03b9 \u1f9d=\u1f25\u03b9 \u1f9e=\u1f26\u03b9 " +
	"\u1f9f=\u1f27\u03b9 \u1fa0=\u1f60\u03b9 \u1fa1=\u1f61\u03b9 \u1fa2=\u1f62\u03b9 \u1fa3=\u1f63\u03b9 " +
	"\u1fa4=\u1f64\u03b9 \u1fa5=\u1f65\u03b9 \u1fa6=\u1f66\u03b9 \u1fa7=\u1f67\u03b9 \u1fa8=\u1f60\u03b9 " +
	"\u1fa9=\u1f61\u03b9 \u1faa=\u1f62\u03b9 \u1fab=\u1f63\u03b9 \u1fac=\u1f64\u03b9 \u1fad=\u1f65\u03b9 " +
	"\u1fae=\u1f66\u03b9 \u1faf=\u1f67\u03b9 \u1fb2=\u1f70\u03b9 \u1fb3=\u03b1\u03b9 \u1fb4=\u03ac\u03b9 " +
	"\u1fb6=\u03b1\u0342 \u1fb7=\u03b1\u0342\u03b9 \u1fbc=\u03b1\u03b9 \u1fbe=\u03b9 \u1fc2=\u1f74\u03b9 " +
	"\u1fc3=\u03b7\u03b9 \u1fc4=\u03ae\u03b9 \u1fc6=\u03b7\u0342 \u1fc7=\u03b7\u0342\u03b9 \u1fcc=\u03b7\u03b9 " +
	"\u1fd2=\u03b9\u0308\u0300 \u1fd3=\u03b9\u0308\u0301 \u1fd6=\u03b9\u0342 \u1fd7=\u03b9\u0308\u0342 " +
	"\u1fe2=\u03c5\u0308\u0300 \u1fe3=\u03c5\u0308\u0301 \u1fe4=\u03c1\u0313 \u1fe6=\u03c5\u0342 " +
	"\u1fe7=\u03c5\u0308\u0342 \u1ff2=\u1f7c\u03b9 \u1ff3=\u03c9\u03b9 \u1ff4=\u03ce\u03b9 \u1ff6=\u03c9\u0342 " +
	"\u1ff7=\u03c9\u0342\u03b9 \u1ffc=\u03c9\u03b9 \uab70=\u13a0 \uab71=\u13a1 \uab72=\u13a2 \uab73=\u13a3 \uab74=\u13a4 " +
	"\uab75=\u13a5 \uab76=\u13a6 \uab77=\u13a7 \uab78=\u13a8 \uab79=\u13a9 \uab7a=\u13aa \uab7b=\u13ab \uab7c=\u13ac " +
	"\uab7d=\u13ad \uab7e=\u13ae \uab7f=\u13af \uab80=\u13b0 \uab81=\u13b1 \uab82=\u13b2 \uab83=\u13b3 \uab84=\u13b4 " +
	"\uab85=\u13b5 \uab86=\u13b6 \uab87=\u13b7 \uab88=\u13b8 \uab89=\u13b9 \uab8a=\u13ba \uab8b=\u13bb \uab8c=\u13bc " +
	"\uab8d=\u13bd \uab8e=\u13be \uab8f=\u13bf \uab90=\u13c0 \uab91=\u13c1 \uab92=\u13c2 \uab93=\u13c3 \uab94=\u13c4 " +
	"\uab95=\u13c5 \uab96=\u13c6 \uab97=\u13c7 \uab98=\u13c8 \uab99=\u13c9 \uab9a=\u13ca \uab9b=\u13cb \uab9c=\u13cc " +
	"\uab9d=\u13cd \uab9e=\u13ce \uab9f=\u13cf \uaba0=\u13d0 \uaba1=\u13d1 \uaba2=\u13d2 \uaba3=\u13d3 \uaba4=\u13d4 " +
	"\uaba5=\u13d5 \uaba6=\u13d6 \uaba7=\u13d7 \uaba8=\u13d8 \uaba9=\u13d9 \uabaa=\u13da \uabab=\u13db \uabac=\u13dc " +
	"\uabad=\u13dd \uabae=\u13de \uabaf=\u13df \uabb0=\u13e0 \uabb1=\u13e1 \uabb2=\u13e2 \uabb3=\u13e3 \uabb4=\u13e4 " +
	"\uabb5=\u13e5 \uabb6=\u13e6 \uabb7=\u13e7 \uabb8=\u13e8 \uabb9=\u13e9 \uabba=\u13ea \uabbb=\u13eb \uabbc=\u13ec " +
	"\uabbd=\u13ed \uabbe=\u13ee \uabbf=\u13ef \ufb00=\u0066\u0066 \ufb01=\u0066\u0069 \ufb02=\u0066\u006c " +
	"\ufb03=\u0066\u0066\u0069 \ufb04=\u0066\u0066\u006c \ufb05=\u0073\u0074 \ufb06=\u0073\u0074 \ufb13=\u0574\u0576 " +
	"\ufb14=\u0574\u0565 \ufb15=\u0574\u056b \ufb16=\u057e\u0576 \ufb17=\u0574\u056d")

// digitRanges are the characters beyond Nd that are digits: pairs of a first and a
// last one.
var digitRanges = []rune{
	0xb2, 0xb3, 0xb9, 0xb9, 0x1369, 0x1371, 0x19da, 0x19da, 0x2070, 0x2070, 0x2074, 0x2079, 0x2080, 0x2089,
	0x2460, 0x2468, 0x2474, 0x247c, 0x2488, 0x2490, 0x24ea, 0x24ea, 0x24f5, 0x24fd, 0x24ff, 0x24ff, 0x2776, 0x277e,
	0x2780, 0x2788, 0x278a, 0x2792, 0x10a40, 0x10a43, 0x10e60, 0x10e68, 0x11052, 0x1105a, 0x1f100, 0x1f10a,
}

// numericRanges are the characters beyond Nd, Nl and No that are numeric.
var numericRanges = []rune{
	0x3405, 0x3405, 0x3483, 0x3483, 0x382a, 0x382a, 0x3b4d, 0x3b4d, 0x4e00, 0x4e00, 0x4e03, 0x4e03, 0x4e07, 0x4e07,
	0x4e09, 0x4e09, 0x4e24, 0x4e24, 0x4e5d, 0x4e5d, 0x4e8c, 0x4e8c, 0x4e94, 0x4e94, 0x4e96, 0x4e96, 0x4eac, 0x4eac,
	0x4ebf, 0x4ec0, 0x4edf, 0x4edf, 0x4ee8, 0x4ee8, 0x4f0d, 0x4f0d, 0x4f70, 0x4f70, 0x4fe9, 0x4fe9, 0x5006, 0x5006,
	0x5104, 0x5104, 0x5146, 0x5146, 0x5169, 0x5169, 0x516b, 0x516b, 0x516d, 0x516d, 0x5341, 0x5341, 0x5343, 0x5345,
	0x534c, 0x534c, 0x53c1, 0x53c4, 0x56db, 0x56db, 0x58f1, 0x58f1, 0x58f9, 0x58f9, 0x5e7a, 0x5e7a, 0x5efe, 0x5eff,
	0x5f0c, 0x5f0e, 0x5f10, 0x5f10, 0x62d0, 0x62d0, 0x62fe, 0x62fe, 0x634c, 0x634c, 0x67d2, 0x67d2, 0x6d1e, 0x6d1e,
	0x6f06, 0x6f06, 0x7396, 0x7396, 0x767e, 0x767e, 0x7695, 0x7695, 0x79ed, 0x79ed, 0x8086, 0x8086, 0x842c, 0x842c,
	0x8cae, 0x8cae, 0x8cb3, 0x8cb3, 0x8d30, 0x8d30, 0x920e, 0x920e, 0x94a9, 0x94a9, 0x9621, 0x9621, 0x9646, 0x9646,
	0x964c, 0x964c, 0x9678, 0x9678, 0x96f6, 0x96f6, 0xf96b, 0xf96b, 0xf973, 0xf973, 0xf978, 0xf978, 0xf9b2, 0xf9b2,
	0xf9d1, 0xf9d1, 0xf9d3, 0xf9d3, 0xf9fd, 0xf9fd, 0x20001, 0x20001, 0x20064, 0x20064, 0x200e2, 0x200e2,
	0x20121, 0x20121, 0x2092a, 0x2092a, 0x20983, 0x20983, 0x2098c, 0x2098c, 0x2099c, 0x2099c, 0x20aea, 0x20aea,
	0x20afd, 0x20afd, 0x20b19, 0x20b19, 0x22390, 0x22390, 0x22998, 0x22998, 0x23b1b, 0x23b1b, 0x2626d, 0x2626d,
	0x2f890, 0x2f890,
}
