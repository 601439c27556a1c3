using System.Globalization;
using System.Reflection;

namespace Microsoft.Data.Analysis.Portable.Tests;

/// <summary>Writes the public and protected members of types as lines that can be compared: <c>Type | signature</c>.</summary>
internal static class SurfacePrinter
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    public static IEnumerable<string> Lines(Type type) =>
        (type.IsEnum ? EnumLines(type) : Members(type)).Append(type.IsEnum ? "enum" : "class")
            .Select(member => $"{type.Namespace}.{Name(type)} | {member}");

    private static IEnumerable<string> EnumLines(Type type) =>
        Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}");

    private static IEnumerable<string> Members(Type type) =>
        type.GetConstructors(Declared).Where(constructor => !constructor.IsStatic && IsSeen(constructor))
            .Select(constructor => $"new({Parameters(constructor)})")
            .Concat(type.GetProperties(Declared).SelectMany(
                property => property.GetAccessors(nonPublic: true).Where(IsSeen).Select(accessor => Accessor(property, accessor))))
            .Concat(type.GetMethods(Declared)
                .Where(method => IsSeen(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)))
                .Where(method => method.GetBaseDefinition().DeclaringType != typeof(object))
                .Select(Signature));

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Accessor(PropertyInfo property, MethodInfo accessor)
    {
        var parameters = property.GetIndexParameters();
        var name = parameters.Length > 0 ? $"this[{string.Join(", ", parameters.Select(Parameter))}]" : property.Name;
        return $"{Name(property.PropertyType)} {name} {(accessor.ReturnType == typeof(void) ? "set" : "get")}";
    }

    private static string Signature(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
        return $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}{generic}({Parameters(method)})";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter) =>
        $"{(parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")}{Name(parameter.ParameterType)} "
            + $"{parameter.Name}{Default(parameter)}";

    private static string Default(ParameterInfo parameter) => !parameter.HasDefaultValue ? "" : parameter.RawDefaultValue switch
    {
        null => " = default",
        bool flag => flag ? " = true" : " = false",
        string text => $" = \"{text}\"",
        var value => " = " + Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string Name(Type type)
    {
        if (type.IsArray) return $"{Name(type.GetElementType()!)}[]";
        if (type.IsGenericParameter) return type.Name;
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (Nullable.GetUnderlyingType(type) is { } inner) return Name(inner) + "?";
        var arguments = type.GetGenericArguments();
        if (type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal)) return $"({string.Join(", ", arguments.Select(Name))})";
        return type.Name.Split('`')[0] + (arguments.Length > 0 ? $"<{string.Join(", ", arguments.Select(Name))}>" : "");
    }
}
