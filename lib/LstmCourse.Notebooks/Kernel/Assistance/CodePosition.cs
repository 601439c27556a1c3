namespace LstmCourse.Notebooks.Kernel.Assistance;

/// <summary>Jupyter counts a cursor's place in Unicode characters, .NET in UTF-16 units; they differ behind an emoji.</summary>
internal static class CodePosition
{
    /// <summary>The index into the text of a place counted in characters; places outside of the text become its start or end.</summary>
    public static int ToIndex(string code, long characters)
    {
        var index = 0;
        for (var i = 0L; i < characters && index < code.Length; i++) index += IsPair(code, index) ? 2 : 1;
        return index;
    }

    /// <summary>The place, counted in characters, of an index into the text.</summary>
    public static int ToCharacters(string code, int index)
    {
        var characters = 0;
        for (var i = 0; i < index; i += IsPair(code, i) ? 2 : 1) characters++;
        return characters;
    }

    private static bool IsPair(string code, int index) =>
        char.IsHighSurrogate(code[index]) && index + 1 < code.Length && char.IsLowSurrogate(code[index + 1]);
}
