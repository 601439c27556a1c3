using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace LstmCourse.Testing;

/// <summary>
/// The public members of an assembly, one a line: <c>Type | signature</c>. Names, parameter names and default values count, because callers
/// use them; nullability marks, modifiers and overrides of <see cref="object"/>'s methods do not.
/// </summary>
internal static class SurfaceLines
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(char)] = "char",
    };

    internal static SortedSet<string> Of(Assembly assembly)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in assembly.GetTypes().Where(static type => type.IsVisible))
        {
            var owner = (type.Namespace is { Length: > 0 } space ? space + "." : "") + Name(type);
            lines.Add($"{owner} | {Kind(type)}");
            foreach (var member in Members(type)) lines.Add($"{owner} | {member}");
        }
        return lines;
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}");
        if (typeof(Delegate).IsAssignableFrom(type)) return [Signature(type.GetMethod("Invoke")!)];
        var fields = type.GetFields(Declared).Where(static f => (f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly) && !f.IsSpecialName)
            .Select(static f => $"{Static(f.IsStatic)}{Name(f.FieldType)} {f.Name}");
        var constructors = type.GetConstructors(Declared).Where(static c => !c.IsStatic && IsSeen(c))
            .Select(static c => $"new({Parameters(c)})");
        var properties = type.GetProperties(Declared).SelectMany(Accessors);
        var events = type.GetEvents(Declared).Where(static e => IsSeen(e.AddMethod))
            .Select(static e => $"event {Name(e.EventHandlerType!)} {e.Name}");
        var methods = type.GetMethods(Declared)
            .Where(static m => IsSeen(m) && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)))
            .Where(static m => m.GetBaseDefinition().DeclaringType != typeof(object) || m.DeclaringType == typeof(object))
            .Select(Signature);
        return [.. fields, .. constructors, .. properties, .. events, .. methods];
    }

    private static IEnumerable<string> Accessors(PropertyInfo property)
    {
        var indices = property.GetIndexParameters();
        var name = indices.Length > 0 ? $"this[{string.Join(", ", indices.Select(Parameter))}]" : property.Name;
        var isStatic = (property.GetMethod ?? property.SetMethod)!.IsStatic;
        if (IsSeen(property.GetMethod)) yield return $"{Static(isStatic)}{Name(property.PropertyType)} {name} get";
        if (IsSeen(property.SetMethod)) yield return $"{Static(isStatic)}{Name(property.PropertyType)} {name} set";
    }

    private static string Signature(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(static a => a.Name))}>" : "";
        var extension = method.IsDefined(typeof(ExtensionAttribute), false) ? "this " : "";
        return $"{Static(method.IsStatic)}{Name(method.ReturnType)} {method.Name}{generic}({extension}{Parameters(method)})";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var how = parameter.IsDefined(typeof(ParamArrayAttribute), false)
            || parameter.CustomAttributes.Any(static a => a.AttributeType.Name == "ParamCollectionAttribute") ? "params " : "";
        if (parameter.ParameterType.IsByRef) how += parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        return $"{how}{Name(parameter.ParameterType)} {parameter.Name}{Default(parameter)}";
    }

    private static string Default(ParameterInfo parameter) => !parameter.HasDefaultValue ? "" : parameter.RawDefaultValue switch
    {
        null or DBNull => " = default",
        bool flag => flag ? " = true" : " = false",
        string text => $" = \"{text.Replace("\n", "\\n", StringComparison.Ordinal)}\"",
        IFormattable value => " = " + value.ToString(null, CultureInfo.InvariantCulture),
        var value => " = " + value,
    };

    private static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
        : type.IsValueType ? "struct"
        : "class";

    private static string Static(bool isStatic) => isStatic ? "static " : "";

    private static bool IsSeen(MethodBase? method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static string Name(Type type)
    {
        if (type.IsByRef) return Name(type.GetElementType()!);
        if (type.IsArray) return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsPointer) return Name(type.GetElementType()!) + "*";
        if (type.IsGenericParameter) return type.Name;
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (Nullable.GetUnderlyingType(type) is { } inner) return Name(inner) + "?";
        var arguments = type.GetGenericArguments();
        if (type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal)) return $"({string.Join(", ", arguments.Select(Name))})";
        var outer = type.DeclaringType is null ? "" : Name(type.DeclaringType) + ".";
        var own = arguments.Skip(type.DeclaringType?.GetGenericArguments().Length ?? 0).Select(Name).ToList();
        return outer + type.Name.Split('`')[0] + (own.Count > 0 ? $"<{string.Join(", ", own)}>" : "");
    }
}
