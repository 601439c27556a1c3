using System.Reflection;
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

    // What Formatter.ListExpansionLimit is until somebody changes it.
    private const int UsualListLimit = 20;

    private static volatile bool _isLoaded;

    static InteractiveFormatters()
    {
        // Whoever registers something has loaded it.
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => _isLoaded |= IsLibrary(loaded.LoadedAssembly);
        _isLoaded |= AssemblyLoadContext.Default.Assemblies.Any(IsLibrary);
    }

    /// <summary>How many elements of a list somebody wants to see; null if nobody has said so.</summary>
    public static int? ListLimit => _isLoaded && LoadedListLimit() is var limit and not UsualListLimit ? Math.Max(0, limit) : null;

    /// <summary>The value in the MIME types that somebody registered for its type; empty if nobody did.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Format(object value) => _isLoaded ? FormatLoaded(value) : [];

    /// <summary>The value in one MIME type, or null if nobody registered one for its type.</summary>
    public static string? FormatAs(object value, string mimeType) =>
        Format(value).FirstOrDefault(form => form.Key == mimeType) is { Key: not null } found ? found.Value : null;

    private static bool IsLibrary(Assembly assembly) =>
        assembly.GetName().Name is Library or HtmlLibrary && AssemblyLoadContext.GetLoadContext(assembly) == AssemblyLoadContext.Default;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LoadedListLimit() => Formatter.ListExpansionLimit;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<KeyValuePair<string, string>> FormatLoaded(object value)
    {
        if (value is FormattedValue formatted) return [KeyValuePair.Create(formatted.MimeType, formatted.Value)];
        if (value is IEnumerable<FormattedValue> several) return [.. several.Select(f => KeyValuePair.Create(f.MimeType, f.Value))];
        if (value is IHtmlContent) return [KeyValuePair.Create(Html, value.ToDisplayString(Html))];
        var type = value.GetType();
        var registered = RegisteredFor(type);
        var preferred = Formatter.GetPreferredMimeTypesFor(type).Intersect(registered).ToArray();
        string[] mimeTypes = preferred.Length > 0 ? preferred
            : registered.Count > 0 || value is string ? [.. registered]
            // The library's own formatters of lists ask for one for each element.
            : [.. ElementTypes(type).SelectMany(RegisteredFor).Distinct()];
        return mimeTypes.Length == 0 ? []
            : [.. FormattedValue.CreateManyFromObject(value, mimeTypes).Select(f => KeyValuePair.Create(f.MimeType, f.Value))];
    }

    private static List<string> RegisteredFor(Type type) =>
        [.. Formatter.RegisteredFormatters(includeDefaults: false).Where(f => IsFor(f.Type, type)).Select(f => f.MimeType).Distinct()];

    private static IEnumerable<Type> ElementTypes(Type type) =>
        type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .Select(i => i.GetGenericArguments()[0]);

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
