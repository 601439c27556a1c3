using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace LstmCourse.Notebooks.Kernel.Formatting;

/// <summary>
/// The formatters of .NET Interactive: what cells, libraries and the extensions of packages have registered with its <c>Formatter</c>, and
/// the HTML that its tags make. Nothing of it is loaded before a cell or a library uses it.
/// </summary>
internal static class InteractiveFormatters
{
    private const string Library = "Microsoft.DotNet.Interactive.Formatting", HtmlLibrary = "Microsoft.AspNetCore.Html.Abstractions",
        Html = "text/html";

    private static bool _isLoaded;

    /// <summary>The value in the MIME types that somebody registered for its type; empty if nobody did.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Format(object value) => IsLoaded ? FormatLoaded(value) : [];

    /// <summary>The value in one MIME type, or null if nobody registered one for its type.</summary>
    public static string? FormatAs(object value, string mimeType) =>
        Format(value).FirstOrDefault(form => form.Key == mimeType) is { Key: not null } found ? found.Value : null;

    // Whoever registers something has loaded it.
    private static bool IsLoaded =>
        _isLoaded = _isLoaded || AssemblyLoadContext.Default.Assemblies.Any(assembly => assembly.GetName().Name is Library or HtmlLibrary);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<KeyValuePair<string, string>> FormatLoaded(object value)
    {
        if (value is FormattedValue formatted) return [KeyValuePair.Create(formatted.MimeType, formatted.Value)];
        if (value is IEnumerable<FormattedValue> several) return [.. several.Select(f => KeyValuePair.Create(f.MimeType, f.Value))];
        if (value is IHtmlContent) return [KeyValuePair.Create(Html, value.ToDisplayString(Html))];
        var type = value.GetType();
        var registered = Formatter.RegisteredFormatters(includeDefaults: false).Where(f => IsFor(f.Type, type)).Select(f => f.MimeType)
            .Distinct().ToList();
        var preferred = Formatter.GetPreferredMimeTypesFor(type).Intersect(registered).ToArray();
        var mimeTypes = preferred.Length > 0 ? preferred : [.. registered];
        return mimeTypes.Length == 0 ? []
            : [.. FormattedValue.CreateManyFromObject(value, mimeTypes).Select(f => KeyValuePair.Create(f.MimeType, f.Value))];
    }

    private static bool IsFor(Type registered, Type type)
    {
        if (registered.IsAssignableFrom(type)) return registered != typeof(object);
        if (!registered.IsGenericTypeDefinition) return false;
        for (var level = type; level is not null; level = level.BaseType)
        {
            if (level.IsGenericType && level.GetGenericTypeDefinition() == registered) return true;
        }

        return type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == registered);
    }
}
