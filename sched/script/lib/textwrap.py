# Wrapping of text. The specification is Lib/textwrap.py of CPython 3.13.

from _textwrap import chunks as _chunks, expandtabs as _expandtabs, words as _words


def _ends_sentence(chunk):
    if chunk[-1:] in ('"', "'"):
        chunk = chunk[:-1]
    return chunk[-1:] in ('.', '!', '?') and 'a' <= chunk[-2:-1] <= 'z'


class TextWrapper:
    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width, self.max_lines, self.placeholder = width, max_lines, placeholder
        self.initial_indent, self.subsequent_indent = initial_indent, subsequent_indent
        self.expand_tabs, self.tabsize, self.replace_whitespace = expand_tabs, tabsize, replace_whitespace
        self.fix_sentence_endings, self.drop_whitespace = fix_sentence_endings, drop_whitespace
        self.break_long_words, self.break_on_hyphens = break_long_words, break_on_hyphens

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = _expandtabs(text, self.tabsize)
        if self.replace_whitespace:
            for char in '\t\n\x0b\x0c\r':
                text = text.replace(char, ' ')
        return text

    def _split(self, text):
        return (_chunks if self.break_on_hyphens is True else _words)(text)

    def _fix_sentence_endings(self, chunks):
        for at in range(1, len(chunks)):
            if chunks[at] == ' ' and _ends_sentence(chunks[at - 1]):
                chunks[at] = '  '

    def _handle_long_word(self, left, line, size, width):
        room = 1 if width < 1 else width - size
        if self.break_long_words:
            chunk, end = left[-1], room
            if self.break_on_hyphens and len(chunk) > room:
                hyphen = chunk.rfind('-', 0, room)
                if hyphen > 0 and chunk[:hyphen].strip('-'):
                    end = hyphen + 1
            line.append(chunk[:end])
            left[-1] = chunk[end:]
        elif not line:
            line.append(left.pop())

    def _wrap_chunks(self, chunks):
        lines = []
        if self.width <= 0:
            raise ValueError('invalid width %r (must be > 0)' % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        left = chunks[::-1]
        while left:
            line, size = [], 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and left[-1].strip() == '' and lines:
                del left[-1]
            while left and size + len(left[-1]) <= width:
                size += len(left[-1])
                line.append(left.pop())
            if left and len(left[-1]) > width:
                self._handle_long_word(left, line, size, width)
                size = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == '':
                size -= len(line[-1])
                del line[-1]
            if not line:
                continue
            last = not left or self.drop_whitespace and len(left) == 1 and not left[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or last and size <= width:
                lines.append(indent + ''.join(line))
                continue
            self._truncate(lines, line, size, indent)
            break
        return lines

    def _truncate(self, lines, line, size, indent):
        """End the last line with the placeholder."""
        width = self.width - len(indent)
        while line:
            if line[-1].strip() and size + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + ''.join(line))
                return
            size -= len(line[-1])
            del line[-1]
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def wrap(self, text):
        pieces = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(pieces)
        return self._wrap_chunks(pieces)

    def fill(self, text):
        return '\n'.join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    if not isinstance(text, str):
        raise TypeError(f"expected string or bytes-like object, got '{type(text).__name__}'")
    lines = ['' if line.strip(' \t') == '' else line for line in text.split('\n')]
    margin = None
    for line in lines:
        if not line:
            continue
        indent = line[:len(line) - len(line.lstrip(' \t'))]
        if margin is None:
            margin = indent
            continue
        size = 0
        while size < len(margin) and size < len(indent) and margin[size] == indent[size]:
            size += 1
        margin = margin[:size]
    if margin:
        lines = [line.removeprefix(margin) for line in lines]
    return '\n'.join(lines)


def indent(text, prefix, predicate=None):
    if predicate is None:
        predicate = lambda s: not s.isspace()
    out = []
    for line in text.splitlines(True):
        if predicate(line):
            out.append(prefix)
        out.append(line)
    return ''.join(out)
