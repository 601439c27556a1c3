using System.Collections.Immutable;

namespace LstmCourse.Notebooks.Documents.Syntax;

/// <summary>
/// A JSON value together with the place in the text where it stands, so that an edit can replace it and leave every other character alone.
/// </summary>
/// <param name="Start">The index of the value's first character.</param>
/// <param name="End">The index after the value's last character.</param>
internal abstract record JsonSyntax(int Start, int End);

/// <summary>An object. A name may occur twice; as in every JSON reader of the Jupyter world, the last one counts.</summary>
internal sealed record JsonObjectSyntax(int Start, int End, ImmutableArray<JsonMemberSyntax> Members) : JsonSyntax(Start, End)
{
    /// <summary>The value of a member, or null when there is none.</summary>
    public JsonSyntax? this[string name] => Find(name)?.Value;

    public JsonMemberSyntax? Find(string name)
    {
        for (var i = Members.Length - 1; i >= 0; i--)
        {
            if (Members[i].Name == name) return Members[i];
        }

        return null;
    }
}

/// <summary>A member of an object.</summary>
/// <param name="Start">The index of the name's opening quote.</param>
/// <param name="NameEnd">The index after the name's closing quote.</param>
/// <param name="Name">The name with its escapes resolved.</param>
/// <param name="Value">The value.</param>
internal sealed record JsonMemberSyntax(int Start, int NameEnd, string Name, JsonSyntax Value);

internal sealed record JsonArraySyntax(int Start, int End, ImmutableArray<JsonSyntax> Elements) : JsonSyntax(Start, End);

/// <summary>A string.</summary>
/// <param name="Start">The index of the opening quote.</param>
/// <param name="End">The index after the closing quote.</param>
/// <param name="Value">The text with its escapes resolved; an escaped lone surrogate stays one.</param>
internal sealed record JsonStringSyntax(int Start, int End, string Value) : JsonSyntax(Start, End);

/// <summary>A number, in the spelling of the file.</summary>
internal sealed record JsonNumberSyntax(int Start, int End, string Spelling) : JsonSyntax(Start, End);

/// <summary><c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed record JsonLiteralSyntax(int Start, int End, bool? Value) : JsonSyntax(Start, End);
