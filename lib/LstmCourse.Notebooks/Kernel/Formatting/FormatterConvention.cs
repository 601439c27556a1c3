using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace LstmCourse.Notebooks.Kernel.Formatting;

/// <summary>
/// The formatters a type brings along, found by names alone, so that neither side needs a reference to the other: an attribute class called
/// <c>TypeFormatterSourceAttribute</c> with a <c>FormatterSourceType</c>, whose <c>CreateTypeFormatters()</c> gives objects with a
/// <c>MimeType</c> and a <c>Format(object, TextWriter)</c>. .NET Interactive honours the same convention.
/// </summary>
internal sealed class FormatterConvention
{
    private const string AttributeName = "TypeFormatterSourceAttribute";

    private static readonly ConcurrentDictionary<Type, FormatterConvention?> Known = new();

    private readonly ImmutableArray<(string MimeType, Func<object, TextWriter, bool> Format)> _formatters;

    private FormatterConvention(ImmutableArray<(string, Func<object, TextWriter, bool>)> formatters) => _formatters = formatters;

    /// <summary>A type's own formatters, or those of a base type or interface, or null.</summary>
    public static FormatterConvention? Find(Type type) => Known.GetOrAdd(type, Create);

    /// <summary>The value in each MIME type that its formatters offer, in the order that the type prefers.</summary>
    public IEnumerable<KeyValuePair<string, string>> Format(object value)
    {
        foreach (var (mimeType, format) in _formatters)
        {
            using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
            if (format(value, writer)) yield return KeyValuePair.Create(mimeType, writer.ToString());
        }
    }

    private static FormatterConvention? Create(Type type)
    {
        for (var level = type; level is not null; level = level.BaseType)
        {
            if (FromAttribute(level) is { } found) return found;
        }

        return type.GetInterfaces().Select(FromAttribute).FirstOrDefault(c => c is not null);
    }

    private static FormatterConvention? FromAttribute(Type type)
    {
        var attribute = type.GetCustomAttributes(inherit: false).FirstOrDefault(a => a.GetType().Name == AttributeName);
        if (attribute is null || Property<Type>(attribute, "FormatterSourceType") is not { } sourceType) return null;
        var source = Activator.CreateInstance(sourceType, nonPublic: true);
        var formatters = sourceType.GetMethod("CreateTypeFormatters", Type.EmptyTypes)?.Invoke(source, null) as IEnumerable;
        var found = (formatters ?? Array.Empty<object>()).Cast<object>()
            .Select(f => (MimeType: Property<string>(f, "MimeType"), Format: FormatMethod(f)))
            .Where(f => f.MimeType is not null && f.Format is not null)
            .Select(f => (f.MimeType!, f.Format!))
            .ToList();
        var preferred = Property<string[]>(attribute, "PreferredMimeTypes") ?? [];
        return found.Count == 0 ? null : new FormatterConvention([.. found.OrderBy(f => Rank(f.Item1))]);

        int Rank(string mimeType) => Array.IndexOf(preferred, mimeType) is >= 0 and var index ? index : preferred.Length;
    }

    private static Func<object, TextWriter, bool>? FormatMethod(object formatter)
    {
        var method = formatter.GetType().GetMethods().FirstOrDefault(m =>
            m.Name == "Format" && m.GetParameters() is [var value, var writer] && value.ParameterType == typeof(object)
                && writer.ParameterType == typeof(TextWriter));
        if (method is null) return null;
        // A formatter may answer false: not my kind of value.
        return (value, writer) => method.Invoke(formatter, BindingFlags.DoNotWrapExceptions, null, [value, writer], null) is not false;
    }

    private static T? Property<T>(object owner, string name) where T : class => owner.GetType().GetProperty(name)?.GetValue(owner) as T;
}
