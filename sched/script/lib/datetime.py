# Dates and times, after Lib/_pydatetime.py of CPython 3.13, with the messages
# of Modules/_datetimemodule.c.
import time as _time
from _lib import date_of_days, days_of_date, field, like_c, member, now_micros, ratio, round_half_even, strftime as _strftime, strptime as _strptime
from warnings import warn as _warn

MINYEAR = 1
MAXYEAR = 9999

_DAY = 86_400_000_000  # microseconds
_MAX_DAYS = 999_999_999
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_MISSING = object()


def _type_name(cls):
    if cls.__module__ == "datetime":
        return "datetime." + cls.__qualname__
    return cls.__name__


def _required(value, name, pos):
    if value is _MISSING:
        raise TypeError(f"function missing required argument '{name}' (pos {pos})")


def _integer(value):
    if isinstance(value, int):
        return int(value)
    raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")


def _leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    if month == 2 and _leap(year):
        return 29
    return (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _check_date(year, month, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")


def _check_time(hour, minute, second, microsecond, fold):
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")


def _check_tzinfo(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")


def _date_of_days(days):
    if not 1 <= days <= 3652059:
        raise OverflowError("date value out of range")
    return date_of_days(days)


def _offset_text(offset, colon):
    if offset is None:
        return ""
    us = offset._us
    sign = "+"
    if us < 0:
        sign = "-"
        us = -us
    minutes, us = divmod(us, 60_000_000)
    hours, minutes = divmod(minutes, 60)
    text = f"{sign}{hours:02d}{colon}{minutes:02d}"
    if us:
        seconds, us = divmod(us, 1_000_000)
        text += f"{colon}{seconds:02d}"
        if us:
            text += f".{us:06d}"
    return text


def _format(obj, format, moment):
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    offset = obj.utcoffset() if moment[7] else None
    zone = obj.tzname() if moment[7] else None
    return _strftime(format, moment[:7], zone or "", _offset_text(offset, ""), _offset_text(offset, ":"))


@like_c
class timedelta:
    __slots__ = ("_us",)

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total = 0
        rest = 0.0
        for value, unit, name in ((microseconds, 1, "microseconds"), (milliseconds, 1000, "milliseconds"), (seconds, 1_000_000, "seconds"),
                                  (minutes, 60_000_000, "minutes"), (hours, 3_600_000_000, "hours"), (days, _DAY, "days"), (weeks, 7 * _DAY, "weeks")):
            if isinstance(value, int):
                total += value * unit
            elif isinstance(value, float):
                whole = int(value)
                part = unit * (value - whole)
                more = int(part)
                total += whole * unit + more
                rest += part - more
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
        if rest:
            total = round_half_even(total, rest)
        return _delta(total, cls)

    days = member("days")
    seconds = member("seconds")
    microseconds = member("microseconds")

    def _read(self, name):
        if name == "days":
            return self._us // _DAY
        if name == "seconds":
            return self._us // 1_000_000 % 86400
        return self._us % 1_000_000

    def total_seconds(self):
        return self._us / 1_000_000

    def __repr__(self):
        parts = []
        for name in ("days", "seconds", "microseconds"):
            value = self._read(name)
            if value:
                parts.append(f"{name}={value}")
        return f"{_type_name(type(self))}({', '.join(parts) or '0'})"

    def __str__(self):
        days = self._read("days")
        minutes, seconds = divmod(self._read("seconds"), 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02d}:{seconds:02d}"
        us = self._us % 1_000_000
        if us:
            text += f".{us:06d}"
        if days:
            text = f"{days} day{'' if abs(days) == 1 else 's'}, {text}"
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return _delta(self._us + other._us)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _delta(self._us - other._us)
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return _delta(other._us - self._us)
        return NotImplemented

    def __neg__(self):
        return _delta(-self._us)

    def __pos__(self):
        return _delta(self._us)

    def __abs__(self):
        return _delta(abs(self._us))

    def __bool__(self):
        return self._us != 0

    def __mul__(self, other):
        if isinstance(other, int):
            return _delta(self._us * other)
        if isinstance(other, float):
            a, b = ratio(other)
            return _delta(_divide_nearest(self._us * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            if not other._us:
                raise ZeroDivisionError("division by zero")
            return self._us / other._us
        if isinstance(other, int):
            if not other:
                raise ZeroDivisionError("integer division or modulo by zero")
            return _delta(_divide_nearest(self._us, other))
        if isinstance(other, float):
            a, b = ratio(other)
            if not a:
                raise ZeroDivisionError("integer division or modulo by zero")
            return _delta(_divide_nearest(self._us * b, a))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            if not other._us:
                raise ZeroDivisionError("integer division or modulo by zero")
            return self._us // other._us
        if isinstance(other, int):
            if not other:
                raise ZeroDivisionError("integer division or modulo by zero")
            return _delta(self._us // other)
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            if not other._us:
                raise ZeroDivisionError("integer modulo by zero")
            return _delta(self._us % other._us)
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            if not other._us:
                raise ZeroDivisionError("integer division or modulo by zero")
            return self._us // other._us, _delta(self._us % other._us)
        return NotImplemented

    def __eq__(self, other):
        if isinstance(other, timedelta):
            return self._us == other._us
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, timedelta):
            return self._us < other._us
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, timedelta):
            return self._us <= other._us
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, timedelta):
            return self._us > other._us
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, timedelta):
            return self._us >= other._us
        return NotImplemented

    def __hash__(self):
        return hash((self._read("days"), self._read("seconds"), self._read("microseconds")))


def _delta(us, cls=timedelta):
    days = us // _DAY
    if not -_MAX_DAYS <= days <= _MAX_DAYS:
        if not -0x80000000 <= days <= 0x7fffffff:
            raise OverflowError("Python int too large to convert to C int")
        raise OverflowError(f"days={days}; must have magnitude <= {_MAX_DAYS}")
    self = object.__new__(cls)
    self._us = us
    return self


def _divide_nearest(a, b):
    q, r = divmod(a, b)
    r *= 2
    if r > b if b > 0 else r < b:
        return q + 1
    if r == b and q % 2 == 1:
        return q + 1
    return q


timedelta.min = _delta(-_MAX_DAYS * _DAY)
timedelta.max = _delta(_MAX_DAYS * _DAY + _DAY - 1)
timedelta.resolution = _delta(1)


@like_c
class IsoCalendarDate(tuple):
    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


def _iso_first_monday(year):
    first = days_of_date(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


@like_c
class date:
    __slots__ = ("_days", "_ymd")

    def __new__(cls, year=_MISSING, month=_MISSING, day=_MISSING):
        _required(year, "year", 1)
        _required(month, "month", 2)
        _required(day, "day", 3)
        year = _integer(year)
        month = _integer(month)
        day = _integer(day)
        _check_date(year, month, day)
        return cls._of(days_of_date(year, month, day), (year, month, day))

    @classmethod
    def _of(cls, days, ymd=None):
        self = object.__new__(cls)
        self._ymd = ymd or _date_of_days(days)
        self._days = days
        return self

    year = field("year")
    month = field("month")
    day = field("day")

    def _read(self, name):
        return self._ymd["year month day".split().index(name)]

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        t = _time.localtime(timestamp)
        return cls(t[0], t[1], t[2])

    @classmethod
    def fromordinal(cls, n, /):
        n = _integer(n)
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > 3652059:
            raise ValueError("year is out of range")
        return cls(*date_of_days(n))

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        parts = _iso_date(date_string) if len(date_string) in (7, 8, 10) else None
        if parts is None:
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*_iso_to_date(year, week, day))

    def replace(self, year=_MISSING, month=_MISSING, day=_MISSING):
        y, m, d = self._ymd
        return type(self)(y if year is _MISSING else year, m if month is _MISSING else month, d if day is _MISSING else day)

    def toordinal(self):
        return self._days

    def weekday(self):
        return (self._days + 6) % 7

    def isoweekday(self):
        return self._days % 7 or 7

    def isocalendar(self):
        year = self._ymd[0]
        monday = _iso_first_monday(year)
        week, day = divmod(self._days - monday, 7)
        if week < 0:
            year -= 1
            week, day = divmod(self._days - _iso_first_monday(year), 7)
        elif week >= 52 and self._days >= _iso_first_monday(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate(year, week + 1, day + 1)

    def isoformat(self):
        return "%04d-%02d-%02d" % self._ymd

    __str__ = isoformat

    def __repr__(self):
        y, m, d = self._ymd
        return f"{_type_name(type(self))}({y}, {m}, {d})"

    def _moment(self):
        return (*self._ymd, 0, 0, 0, 0, False)

    def strftime(self, format):
        return _format(self, format, self._moment())

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(spec).__name__}")
        return self.strftime(spec) if spec else str(self)

    def ctime(self):
        return self._ctime(0, 0, 0)

    def _ctime(self, hour, minute, second):
        y, m, d = self._ymd
        return f"{_WEEKDAYS[self.weekday()]} {_MONTHS[m - 1]} {d:2d} {hour:02d}:{minute:02d}:{second:02d} {y:04d}"

    def timetuple(self):
        return self._timetuple(0, 0, 0, -1)

    def _timetuple(self, hour, minute, second, dst):
        y, m, d = self._ymd
        return _time.struct_time((y, m, d, hour, minute, second, self.weekday(), self._days - days_of_date(y, 1, 1) + 1, dst))

    def __add__(self, other):
        if isinstance(other, timedelta):
            return type(self)(*_date_of_days(self._days + other._us // _DAY))
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)(*_date_of_days(self._days - other._us // _DAY))
        if isinstance(other, date) and not isinstance(other, datetime):
            return _delta((self._days - other._days) * _DAY)
        return NotImplemented

    def _comparable(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._days == other._days if self._comparable(other) else NotImplemented

    def __lt__(self, other):
        return self._days < other._days if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._days <= other._days if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._days > other._days if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._days >= other._days if self._comparable(other) else NotImplemented

    def __hash__(self):
        return hash(self._ymd)


def _iso_to_date(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    if not 0 < week < 53 and not (week == 53 and _iso_first_monday(year + 1) - _iso_first_monday(year) == 371):
        raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
        raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
    return _date_of_days(_iso_first_monday(year) + (week - 1) * 7 + day - 1)


def _digits(text):
    return text.isascii() and text.isdigit()


def _iso_date(text):
    # YYYY-MM-DD, YYYYMMDD, YYYY-Www-D, YYYYWwwD, YYYY-Www, YYYYWww
    year = text[:4]
    if not _digits(year) or len(year) < 4:
        return None
    rest = text[4:]
    dash = rest[:1] == "-"
    if dash:
        rest = rest[1:]
    if rest[:1] == "W":
        week = rest[1:3]
        day = rest[3:]
        if day and dash:
            if day[0] != "-" or len(day) != 2:
                return None
            day = day[1:]
        if not _digits(week) or len(week) != 2 or day and (not _digits(day) or len(day) != 1):
            return None
        return _iso_to_date(int(year), int(week), int(day) if day else 1)
    if dash:
        if len(rest) != 5 or rest[2] != "-":
            return None
        rest = rest[:2] + rest[3:]
    if len(rest) != 4 or not _digits(rest):
        return None
    return int(year), int(rest[:2]), int(rest[2:])


def _iso_clock(text):
    # HH[:MM[:SS[.fff]]] or without colons, as (hour, minute, second, microsecond).
    fraction = ""
    for mark in ".,":
        if mark in text:
            text, _, fraction = text.partition(mark)
            if not fraction or not _digits(fraction):
                return None
            break
    if ":" in text:
        parts = text.split(":")
    else:
        parts = [text[i:i + 2] for i in range(0, len(text), 2)]
    if not 1 <= len(parts) <= 3 or fraction and len(parts) != 3:
        return None
    for part in parts:
        if len(part) != 2 or not _digits(part):
            return None
    numbers = [int(part) for part in parts] + [0] * (3 - len(parts))
    return (*numbers, int((fraction + "000000")[:6]) if fraction else 0)


def _iso_time(text):
    # The clock and its zone; None: no ISO time.
    at = -1
    for i, char in enumerate(text):
        if char in "+-Z":
            at = i
            break
    zone = None
    if at >= 0:
        mark = text[at]
        rest = text[at + 1:]
        text = text[:at]
        if mark == "Z":
            if rest:
                return None
            zone = timezone.utc
        else:
            clock = _iso_clock(rest)
            if clock is None:
                return None
            hour, minute, second, micro = clock
            offset = ((hour * 60 + minute) * 60 + second) * 1_000_000 + micro
            zone = timezone.utc if not offset else timezone(_delta(-offset if mark == "-" else offset))
    clock = _iso_clock(text)
    if clock is None:
        return None
    return (*clock, zone)


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


class tzinfo:
    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        dst = dt.dst()
        if dst is None:
            raise ValueError("fromutc: non-None dst() result required")
        delta = offset - dst
        if delta:
            dt += delta
            dst = dt.dst()
            if dst is None:
                raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + dst


like_c(tzinfo)


@like_c
class timezone(tzinfo):
    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=_MISSING):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if name is _MISSING:
            if not offset:
                return cls.utc
            name = None
        elif not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {type(name).__name__}")
        if not -_DAY < offset._us < _DAY:
            raise ValueError(f"offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {offset!r}.")
        return _zone(cls, offset, name)

    def _check(self, dt, method):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f"{method}(dt) argument must be a datetime instance or None, not {type(dt).__name__}")

    def utcoffset(self, dt):
        self._check(dt, "utcoffset")
        return self._offset

    def tzname(self, dt):
        self._check(dt, "tzname")
        if self._name is not None:
            return self._name
        if not self._offset:
            return "UTC"
        return "UTC" + _offset_text(self._offset, ":")

    def dst(self, dt):
        self._check(dt, "dst")
        return None

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"{_type_name(type(self))}({self._offset!r})"
        return f"{_type_name(type(self))}({self._offset!r}, {self._name!r})"

    def __str__(self):
        return self.tzname(None)

    def __eq__(self, other):
        if isinstance(other, timezone):
            return self._offset == other._offset
        return NotImplemented

    def __hash__(self):
        return hash(self._offset)


def _zone(cls, offset, name):
    self = object.__new__(cls)
    self._offset = offset
    self._name = name
    return self


timezone.utc = UTC = _zone(timezone, timedelta(0), None)
timezone.min = _zone(timezone, -timedelta(hours=23, minutes=59), None)
timezone.max = _zone(timezone, timedelta(hours=23, minutes=59), None)


def _clock_text(hour, minute, second, microsecond, timespec):
    if not isinstance(timespec, str):
        raise TypeError(f"isoformat() argument 'timespec' must be str, not {type(timespec).__name__}")
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    if timespec == "hours":
        return f"{hour:02d}"
    if timespec == "minutes":
        return f"{hour:02d}:{minute:02d}"
    text = f"{hour:02d}:{minute:02d}:{second:02d}"
    if timespec == "seconds":
        return text
    if timespec == "milliseconds":
        return f"{text}.{microsecond // 1000:03d}"
    if timespec == "microseconds":
        return f"{text}.{microsecond:06d}"
    raise ValueError("Unknown timespec value")


def _offset_of(tz, method, dt):
    # utcoffset() or dst() of a zone, checked.
    if tz is None:
        return None
    offset = getattr(tz, method)(dt)
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{method}() must return None or a timedelta, not '{type(offset).__name__}'")
    if not -_DAY < offset._us < _DAY:
        raise ValueError(f"{method}() must return a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {offset!r}.")
    return offset


def _name_of(tz, dt):
    if tz is None:
        return None
    name = tz.tzname(dt)
    if name is not None and not isinstance(name, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{type(name).__name__}'")
    return name


@like_c
class time:
    __slots__ = ("_hms", "_tz", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        hms = (_integer(hour), _integer(minute), _integer(second), _integer(microsecond))
        _check_time(*hms, fold)
        _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._hms = hms
        self._tz = tzinfo
        self._fold = fold
        return self

    hour = field("hour")
    minute = field("minute")
    second = field("second")
    microsecond = field("microsecond")
    tzinfo = field("tzinfo")
    fold = field("fold")

    def _read(self, name):
        if name == "tzinfo":
            return self._tz
        if name == "fold":
            return self._fold
        return self._hms["hour minute second microsecond".split().index(name)]

    @classmethod
    def fromisoformat(cls, time_string, /):
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        text = time_string[1:] if time_string[:1] == "T" else time_string
        parts = _iso_time(text)
        if parts is None:
            raise ValueError(f"Invalid isoformat string: {time_string!r}")
        return cls(*parts)

    def replace(self, hour=_MISSING, minute=_MISSING, second=_MISSING, microsecond=_MISSING, tzinfo=_MISSING, *, fold=_MISSING):
        h, m, s, us = self._hms
        return type(self)(h if hour is _MISSING else hour, m if minute is _MISSING else minute, s if second is _MISSING else second,
                          us if microsecond is _MISSING else microsecond, self._tz if tzinfo is _MISSING else tzinfo, fold=self._fold if fold is _MISSING else fold)

    def isoformat(self, timespec="auto"):
        return _clock_text(*self._hms, timespec) + _offset_text(self.utcoffset(), ":")

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f"{_type_name(type(self))}({_clock_repr(self._hms, self._tz, self._fold)})"

    def strftime(self, format):
        return _format(self, format, (1900, 1, 1, *self._hms, True))

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(spec).__name__}")
        return self.strftime(spec) if spec else str(self)

    def utcoffset(self):
        return _offset_of(self._tz, "utcoffset", None)

    def dst(self):
        return _offset_of(self._tz, "dst", None)

    def tzname(self):
        return _name_of(self._tz, None)

    def _micros(self):
        h, m, s, us = self._hms
        return ((h * 60 + m) * 60 + s) * 1_000_000 + us

    def _compare(self, other, equality):
        # Negative, 0 or positive; None: not comparable.
        if not isinstance(other, time):
            return None
        mine = self.utcoffset()
        others = other.utcoffset()
        if (mine is None) != (others is None):
            if equality:
                return 2
            raise TypeError("can't compare offset-naive and offset-aware times")
        a, b = self._micros(), other._micros()
        if mine is not None:
            a -= mine._us
            b -= others._us
        return (a > b) - (a < b)

    def __eq__(self, other):
        order = self._compare(other, True)
        return NotImplemented if order is None else order == 0

    def __lt__(self, other):
        order = self._compare(other, False)
        return NotImplemented if order is None else order < 0

    def __le__(self, other):
        order = self._compare(other, False)
        return NotImplemented if order is None else order <= 0

    def __gt__(self, other):
        order = self._compare(other, False)
        return NotImplemented if order is None else order > 0

    def __ge__(self, other):
        order = self._compare(other, False)
        return NotImplemented if order is None else order >= 0

    def __hash__(self):
        offset = self.utcoffset()
        return hash(self._micros() - (offset._us if offset else 0))


def _clock_repr(hms, tz, fold, least=2):
    parts = list(hms)
    while len(parts) > least and not parts[-1]:
        parts.pop()
    text = ", ".join([str(part) for part in parts])
    if fold:
        text += ", fold=1"
    if tz is not None:
        text += f", tzinfo={tz!r}"
    return text


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)

_time_class = time
_tzinfo_class = tzinfo
_EPOCH_DAYS = 719163


@like_c
class datetime(date):
    __slots__ = ("_hms", "_tz", "_fold")

    def __new__(cls, year=_MISSING, month=_MISSING, day=_MISSING, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _required(year, "year", 1)
        _required(month, "month", 2)
        _required(day, "day", 3)
        ymd = (_integer(year), _integer(month), _integer(day))
        hms = (_integer(hour), _integer(minute), _integer(second), _integer(microsecond))
        _check_date(*ymd)
        _check_time(*hms, fold)
        _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._ymd = ymd
        self._days = days_of_date(*ymd)
        self._hms = hms
        self._tz = tzinfo
        self._fold = fold
        return self

    hour = field("hour")
    minute = field("minute")
    second = field("second")
    microsecond = field("microsecond")
    tzinfo = field("tzinfo")
    fold = field("fold")

    def _read(self, name):
        if name == "tzinfo":
            return self._tz
        if name == "fold":
            return self._fold
        if name in ("year", "month", "day"):
            return self._ymd["year month day".split().index(name)]
        return self._hms["hour minute second microsecond".split().index(name)]

    @classmethod
    def _of_micros(cls, us, tz=None):
        # us since the beginning of day 0.
        days, us = divmod(us, _DAY)
        y, m, d = _date_of_days(days)
        seconds, us = divmod(us, 1_000_000)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        return cls(y, m, d, hour, minute, second, us, tz)

    def _micros(self):
        h, m, s, us = self._hms
        return self._days * _DAY + ((h * 60 + m) * 60 + s) * 1_000_000 + us

    @classmethod
    def _of_epoch(cls, us, tz):
        _check_tzinfo(tz)
        moment = cls._of_micros(_EPOCH_DAYS * _DAY + us, tz)
        return moment if tz is None else tz.fromutc(moment)

    @classmethod
    def now(cls, tz=None):
        return cls._of_epoch(now_micros(), tz)

    @classmethod
    def today(cls):
        return cls._of_epoch(now_micros(), None)

    @classmethod
    def utcnow(cls):
        _warn("datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent "
              "datetimes in UTC: datetime.datetime.now(datetime.UTC).", DeprecationWarning)
        return cls._of_epoch(now_micros(), None)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        return cls._of_epoch(_timestamp_micros(timestamp), tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        _warn("datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent "
              "datetimes in UTC: datetime.datetime.fromtimestamp(timestamp, datetime.UTC).", DeprecationWarning)
        return cls._of_epoch(_timestamp_micros(timestamp), None)

    @classmethod
    def combine(cls, date, time, tzinfo=_MISSING):
        if not isinstance(date, _date_class):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {type(date).__name__}")
        if not isinstance(time, _time_class):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {type(time).__name__}")
        return cls(*date._ymd, *time._hms, time._tz if tzinfo is _MISSING else tzinfo, fold=time._fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        text = date_string
        for size in (10, 8, 7):
            if len(text) != size and len(text) < size + 3:
                continue
            if len(text) > size and (text[size].isdigit() or size < 10 and text[size] == "-"):
                continue
            day = _iso_date(text[:size])
            if day is None:
                continue
            if len(text) == size:
                return cls(*day)
            clock = _iso_time(text[size + 1:])
            if clock is not None:
                return cls(*day, *clock)
        raise ValueError(f"Invalid isoformat string: {date_string!r}")

    @classmethod
    def strptime(cls, date_string, format, /):
        y, m, d, hour, minute, second, micro, zone, offset = _strptime(date_string, format)
        tz = None
        if offset is not None:
            tz = timezone(_delta(offset), zone) if zone else timezone(_delta(offset))
        return cls(y, m, d, hour, minute, second, micro, tz)

    def date(self):
        return _date_class(*self._ymd)

    def time(self):
        return _time_class(*self._hms, fold=self._fold)

    def timetz(self):
        return _time_class(*self._hms, self._tz, fold=self._fold)

    def replace(self, year=_MISSING, month=_MISSING, day=_MISSING, hour=_MISSING, minute=_MISSING, second=_MISSING, microsecond=_MISSING,
                tzinfo=_MISSING, *, fold=_MISSING):
        given = [year, month, day, hour, minute, second, microsecond]
        values = [old if new is _MISSING else new for old, new in zip(self._ymd + self._hms, given)]
        return type(self)(*values, self._tz if tzinfo is _MISSING else tzinfo, fold=self._fold if fold is _MISSING else fold)

    def astimezone(self, tz=None):
        if tz is not None and not isinstance(tz, _tzinfo_class):
            raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")
        if tz is None:
            tz = _zone(timezone, timedelta(0), "UTC")
        mine = self._tz
        if mine is tz:
            return self
        offset = self.utcoffset()
        us = self._micros()
        if offset is not None:
            us -= offset._us
        return tz.fromutc(type(self)._of_micros(us, tz))

    def utcoffset(self):
        return _offset_of(self._tz, "utcoffset", self)

    def dst(self):
        return _offset_of(self._tz, "dst", self)

    def tzname(self):
        return _name_of(self._tz, self)

    def timestamp(self):
        offset = self.utcoffset()
        return (self._micros() - _EPOCH_DAYS * _DAY - (offset._us if offset else 0)) / 1_000_000

    def timetuple(self):
        dst = self.dst()
        return self._timetuple(*self._hms[:3], -1 if dst is None else int(bool(dst)))

    def utctimetuple(self):
        offset = self.utcoffset()
        moment = datetime._of_micros(self._micros() - offset._us) if offset else self
        return moment._timetuple(*moment._hms[:3], 0)

    def ctime(self):
        return self._ctime(*self._hms[:3])

    def isoformat(self, sep="T", timespec="auto"):
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError(f"isoformat() argument 1 must be a unicode character, not {type(sep).__name__}")
        return "%04d-%02d-%02d" % self._ymd + sep + _clock_text(*self._hms, timespec) + _offset_text(self.utcoffset(), ":")

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        return f"{_type_name(type(self))}({_clock_repr(self._ymd + self._hms, self._tz, self._fold, 5)})"

    def _moment(self):
        return (*self._ymd, *self._hms, True)

    def __add__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of_micros(self._micros() + other._us, self._tz)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of_micros(self._micros() - other._us, self._tz)
        if not isinstance(other, datetime):
            return NotImplemented
        us = self._micros() - other._micros()
        if self._tz is not other._tz:
            mine = self.utcoffset()
            others = other.utcoffset()
            if (mine is None) != (others is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            if mine is not None:
                us += others._us - mine._us
        return _delta(us)

    def _compare(self, other, equality):
        # Negative, 0 or positive; None: not comparable.
        if not isinstance(other, datetime):
            return None
        a, b = self._micros(), other._micros()
        if self._tz is not other._tz:
            mine = self.utcoffset()
            others = other.utcoffset()
            if (mine is None) != (others is None):
                if equality:
                    return 2
                raise TypeError("can't compare offset-naive and offset-aware datetimes")
            if mine is not None:
                a -= mine._us
                b -= others._us
        return (a > b) - (a < b)

    def __eq__(self, other):
        order = self._compare(other, True)
        return NotImplemented if order is None else order == 0

    def __lt__(self, other):
        order = self._compare(other, False)
        return NotImplemented if order is None else order < 0

    def __le__(self, other):
        order = self._compare(other, False)
        return NotImplemented if order is None else order <= 0

    def __gt__(self, other):
        order = self._compare(other, False)
        return NotImplemented if order is None else order > 0

    def __ge__(self, other):
        order = self._compare(other, False)
        return NotImplemented if order is None else order >= 0

    def __hash__(self):
        offset = self.utcoffset()
        return hash(self._micros() - (offset._us if offset else 0))


def _timestamp_micros(timestamp):
    if not isinstance(timestamp, (int, float)):
        raise TypeError(f"'{type(timestamp).__name__}' object cannot be interpreted as an integer")
    if not -1e12 < timestamp < 1e12:
        if timestamp != timestamp:
            raise ValueError("Invalid value NaN (not a number)")
        raise OverflowError("timestamp out of range for platform time_t")
    whole = timestamp // 1
    us = int(whole) * 1_000_000 + round((timestamp - whole) * 1e6)
    if not -62135596800_000000 <= us <= 253402300799_999999:
        raise ValueError(f"year {1970 + int(whole) // 31556952} is out of range")
    return us


_date_class = date
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
