using System.Reflection;
using LstmCourse.Notebooks.Kernel.Formatting;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>A variable that cells have declared.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as C# writes it.</param>
/// <param name="Value">What it holds.</param>
internal sealed record SessionVariable(string Name, string Type, object? Value)
{
    /// <summary>The variables of a session in alphabetical order; of those of one name only the last, since it hides the others.</summary>
    /// <param name="states">The objects whose fields they are, oldest first.</param>
    public static IReadOnlyList<SessionVariable> Of(IEnumerable<object?> states)
    {
        var found = new SortedDictionary<string, SessionVariable>(StringComparer.Ordinal);
        foreach (var state in states.OfType<object>())
        {
            var fields = state.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
            // The compiler's own have names that C# does not know.
            foreach (var field in fields.Where(field => !field.Name.StartsWith('<')))
            {
                found[field.Name] = new(field.Name, TypeNames.Of(field.FieldType), field.GetValue(state));
            }
        }

        return [.. found.Values];
    }
}
