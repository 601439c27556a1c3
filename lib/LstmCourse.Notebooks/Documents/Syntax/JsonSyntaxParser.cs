using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace LstmCourse.Notebooks.Documents.Syntax;

/// <summary>
/// Reads JSON (RFC 8259) into a tree that knows where each value stands. System.Text.Json would lose the places, and refuses the
/// escaped lone surrogates that a program's output may well hold.
/// </summary>
internal sealed class JsonSyntaxParser
{
    // Deeper than any notebook, shallow enough for the stack.
    private const int MaxDepth = 500;

    private readonly string _text;
    private int _position;
    private int _depth;

    private JsonSyntaxParser(string text) => _text = text;

    /// <exception cref="JsonSyntaxException">The text is not one JSON value.</exception>
    public static JsonSyntax Parse(string text)
    {
        var parser = new JsonSyntaxParser(text);
        parser.SkipWhitespace();
        var value = parser.ParseValue();
        parser.SkipWhitespace();
        return parser.AtEnd ? value : throw parser.Error("expected the end of the file");
    }

    private bool AtEnd => _position >= _text.Length;

    private JsonSyntax ParseValue()
    {
        if (AtEnd) throw Error("expected a value");
        return _text[_position] switch
        {
            '{' => Nested(ParseObject),
            '[' => Nested(ParseArray),
            '"' => ParseString(),
            '-' or (>= '0' and <= '9') => ParseNumber(),
            't' => ParseLiteral("true", true),
            'f' => ParseLiteral("false", false),
            'n' => ParseLiteral("null", null),
            _ => throw Error("expected a value"),
        };
    }

    private JsonSyntax Nested(Func<JsonSyntax> parse)
    {
        if (++_depth > MaxDepth) throw Error($"more than {MaxDepth} values inside one another");
        var value = parse();
        _depth--;
        return value;
    }

    private JsonObjectSyntax ParseObject()
    {
        var start = _position++;
        var members = ImmutableArray.CreateBuilder<JsonMemberSyntax>();
        SkipWhitespace();
        if (!TryTake('}'))
        {
            do
            {
                SkipWhitespace();
                if (AtEnd || _text[_position] != '"') throw Error("expected a name in double quotes");
                var name = ParseString();
                SkipWhitespace();
                if (!TryTake(':')) throw Error("expected ':'");
                SkipWhitespace();
                members.Add(new JsonMemberSyntax(name.Start, name.End, name.Value, ParseValue()));
                SkipWhitespace();
            }
            while (TryTake(','));
            if (!TryTake('}')) throw Error("expected ',' or '}'");
        }

        return new JsonObjectSyntax(start, _position, members.DrainToImmutable());
    }

    private JsonArraySyntax ParseArray()
    {
        var start = _position++;
        var elements = ImmutableArray.CreateBuilder<JsonSyntax>();
        SkipWhitespace();
        if (!TryTake(']'))
        {
            do
            {
                SkipWhitespace();
                elements.Add(ParseValue());
                SkipWhitespace();
            }
            while (TryTake(','));
            if (!TryTake(']')) throw Error("expected ',' or ']'");
        }

        return new JsonArraySyntax(start, _position, elements.DrainToImmutable());
    }

    private JsonStringSyntax ParseString()
    {
        var start = _position++;
        var plain = _text.AsSpan(_position).IndexOfAny('"', '\\');
        if (plain >= 0 && _text[_position + plain] == '"' && !_text.AsSpan(_position, plain).ContainsAnyInRange('\0', '\u001f'))
        {
            var value = _text.Substring(_position, plain);
            _position += plain + 1;
            return new JsonStringSyntax(start, _position, value);
        }

        var builder = new StringBuilder();
        while (true)
        {
            if (AtEnd) throw Error("a string has no closing quote");
            var c = _text[_position];
            if (c < ' ') throw Error($"a control character (U+{(int)c:X4}) inside a string; it must be written as an escape");
            _position++;
            if (c == '"') return new JsonStringSyntax(start, _position, builder.ToString());
            builder.Append(c == '\\' ? ParseEscape() : c);
        }
    }

    private char ParseEscape()
    {
        if (AtEnd) throw Error("a string has no closing quote");
        switch (_text[_position++])
        {
            case '"': return '"';
            case '\\': return '\\';
            case '/': return '/';
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u':
                var digits = _text.AsSpan(_position, Math.Min(4, _text.Length - _position));
                if (ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                    && digits.Length == 4)
                {
                    _position += 4;
                    return (char)code;
                }

                if (digits.Length < 4) _position = _text.Length;
                throw Error("expected four hexadecimal digits after \\u");
            default:
                _position--;
                throw Error($"unknown escape \\{_text[_position]}");
        }
    }

    private JsonNumberSyntax ParseNumber()
    {
        var start = _position;
        TryTake('-');
        if (!TryTake('0')) TakeDigits();
        if (TryTake('.')) TakeDigits();
        if (TryTake('e') || TryTake('E'))
        {
            if (!TryTake('+')) TryTake('-');
            TakeDigits();
        }

        return new JsonNumberSyntax(start, _position, _text[start.._position]);
    }

    private void TakeDigits()
    {
        var start = _position;
        while (!AtEnd && char.IsAsciiDigit(_text[_position])) _position++;
        if (_position == start) throw Error("expected a digit");
    }

    private JsonLiteralSyntax ParseLiteral(string word, bool? value)
    {
        var rest = _text.AsSpan(_position);
        if (rest.StartsWith(word))
        {
            var start = _position;
            _position += word.Length;
            return new JsonLiteralSyntax(start, _position, value);
        }

        if (word.AsSpan().StartsWith(rest)) _position = _text.Length;
        throw Error("expected a value");
    }

    private bool TryTake(char c)
    {
        if (AtEnd || _text[_position] != c) return false;
        _position++;
        return true;
    }

    private void SkipWhitespace()
    {
        while (!AtEnd && _text[_position] is ' ' or '\t' or '\n' or '\r') _position++;
    }

    private JsonSyntaxException Error(string problem)
    {
        var before = _text.AsSpan(0, Math.Min(_position, _text.Length));
        var line = before.Count('\n') + 1;
        var column = before.Length - (before.LastIndexOf('\n') + 1) + 1;
        return new JsonSyntaxException(problem, line, column, AtEnd);
    }
}
