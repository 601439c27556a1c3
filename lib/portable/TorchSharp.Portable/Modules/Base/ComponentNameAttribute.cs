namespace TorchSharp.Utils;

/// <summary>Gives a field another name among its module's components than its own.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ComponentNameAttribute : Attribute
{
    public string? Name { get; set; }
}
