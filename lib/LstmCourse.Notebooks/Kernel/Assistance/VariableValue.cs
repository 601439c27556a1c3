using System.Collections;
using System.Reflection;
using LstmCourse.Notebooks.Kernel.Formatting;

namespace LstmCourse.Notebooks.Kernel.Assistance;

/// <summary>The value of a session's variable, as far as it can be told without running code of the learner's.</summary>
internal static class VariableValue
{
    private const int MostCharacters = 200;

    /// <summary>The value as text, or null if there is no such variable or its value is no plain one.</summary>
    public static string? Find(string name, IEnumerable<object?> newestFirst)
    {
        foreach (var state in newestFirst)
        {
            if (state?.GetType()
                .GetField(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                is not { } field) continue;
            var value = field.GetValue(state);
            if (!IsPlain(value) && !(value is Array or ArrayList || IsList(value))) return null;
            if (value is IList list && list.Cast<object?>().Take(PlainText.MostItems + 1).Any(i => !IsPlain(i))) return null;
            var text = PlainText.OfNested(value).Replace("\n", "", StringComparison.Ordinal);
            return text.Length <= MostCharacters ? text : string.Concat(text.AsSpan(0, MostCharacters - 1), "…");
        }

        return null;
    }

    private static bool IsList(object? value) =>
        value is not null && value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(List<>);

    private static bool IsPlain(object? value) =>
        value is null or string or decimal or DateTime or TimeSpan || value.GetType() is { IsPrimitive: true } or { IsEnum: true };
}
