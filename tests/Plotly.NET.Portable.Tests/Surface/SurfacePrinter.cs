using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Plotly.NET.Portable.Tests.Surface;

/// <summary>Writes the public members of types as lines that can be compared: <c>Type | signature</c>.</summary>
internal static class SurfacePrinter
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    public static string Owner(Type type) => $"{type.Namespace}.{Name(type)}";

    public static IEnumerable<string> Lines(Type type) =>
        Members(type).Append(type.IsValueType ? "struct" : "class").Select(member => $"{Owner(type)} | {member}");

    private static IEnumerable<string> Members(Type type) =>
        type.GetConstructors(Declared).Where(constructor => !constructor.IsStatic).Select(constructor => $"new({Parameters(constructor)})")
            .Concat(type.GetProperties(Declared).SelectMany(property => property.GetAccessors().Select(accessor =>
                $"{Static(accessor)}{Name(property.PropertyType)} {property.Name} {(accessor.ReturnType == typeof(void) ? "set" : "get")}")))
            .Concat(type.GetMethods(Declared)
                .Where(method => !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
                .Where(method => method.GetBaseDefinition().DeclaringType != typeof(object))
                .Select(Signature));

    private static string Signature(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
        var extension = method.IsDefined(typeof(ExtensionAttribute), inherit: false) ? "this " : "";
        return $"{Static(method)}{Name(method.ReturnType)} {method.Name}{generic}({extension}{Parameters(method)})";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{(parameter.IsOut ? "out " : "")}{Name(parameter.ParameterType)} {parameter.Name}{Default(parameter)}"));

    private static string Default(ParameterInfo parameter) => !parameter.HasDefaultValue ? "" : parameter.RawDefaultValue switch
    {
        null => " = default",
        bool flag => flag ? " = true" : " = false",
        var value => " = " + Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string Static(MethodBase method) => method.IsStatic ? "static " : "";

    private static string Name(Type type)
    {
        if (type.IsByRef) return Name(type.GetElementType()!);
        if (type.IsArray) return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsGenericParameter) return type.Name;
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        var outer = type.DeclaringType is null ? "" : Name(type.DeclaringType) + ".";
        var arguments = type.GetGenericArguments();
        return outer + type.Name.Split('`')[0] + (arguments.Length > 0 ? $"<{string.Join(", ", arguments.Select(Name))}>" : "");
    }
}
