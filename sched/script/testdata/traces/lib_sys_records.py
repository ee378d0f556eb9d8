import sys
print(sys.version_info[:2], sys.version_info, sys.version_info >= (3, 11), sys.version_info.major, sys.version_info.minor)
print((3, 8) < sys.version_info, sys.version_info == (3, 13, 0, "final", 0), isinstance(sys.version_info, tuple), len(sys.version_info))
print("%d.%d" % sys.version_info[:2], sys.float_info.epsilon, sys.float_info.max, sys.int_info)
major, minor, *rest = sys.version_info
print(major, minor, rest, sys.implementation.name, sys.version.split()[0])
