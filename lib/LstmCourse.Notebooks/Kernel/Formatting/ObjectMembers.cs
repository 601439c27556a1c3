using System.Collections.Concurrent;
using System.Reflection;

namespace LstmCourse.Notebooks.Kernel.Formatting;

/// <summary>One public property or field of a type.</summary>
internal sealed record ObjectMember(string Name, Type Type, Func<object, object?> Read)
{
    /// <summary>The value, or the exception that reading it caused.</summary>
    public object? ValueOf(object owner)
    {
        try
        {
            return Read(owner);
        }
        catch (Exception e)
        {
            return new UnreadableValue((e as TargetInvocationException)?.InnerException ?? e);
        }
    }
}

/// <summary>Stands for a value whose property threw.</summary>
internal sealed record UnreadableValue(Exception Reason);

/// <summary>The public members that describe a value, in the order they are declared.</summary>
internal static class ObjectMembers
{
    private static readonly ConcurrentDictionary<Type, ObjectMember[]> Known = new();

    public static ObjectMember[] Of(Type type) => Known.GetOrAdd(type, Find);

    private static ObjectMember[] Find(Type type)
    {
        var levels = new Stack<Type>();
        for (var level = type; level is not null && level != typeof(object)
            && level != typeof(ValueType); level = level.BaseType) levels.Push(level);
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var members = new Dictionary<string, ObjectMember>(StringComparer.Ordinal);
        foreach (var level in levels)
        {
            foreach (var member in level.GetMembers(Declared).OrderBy(m => m.MetadataToken))
            {
                if (member is PropertyInfo { GetMethod.IsPublic: true } property && property.GetIndexParameters().Length == 0
                    && Fits(property.PropertyType))
                {
                    members[property.Name] = new ObjectMember(property.Name, property.PropertyType, property.GetValue);
                }
                else if (member is FieldInfo field && Fits(field.FieldType))
                {
                    members[field.Name] = new ObjectMember(field.Name, field.FieldType, field.GetValue);
                }
            }
        }

        return [.. members.Values];
    }

    private static bool Fits(Type type) => !type.IsByRefLike && !type.IsPointer && !type.IsByRef;
}
