namespace TorchSharp;

/// <summary>How a tensor is written out.</summary>
public enum TensorStringStyle
{
    /// <summary>Shape, type and device.</summary>
    Metadata = 0,

    /// <summary>The metadata and aligned columns of numbers.</summary>
    Julia = 1,

    /// <summary>Nested brackets; long dimensions are cut short.</summary>
    Numpy = 2,

    /// <summary>The metadata and a C# literal; long dimensions are cut short.</summary>
    CSharp = 3,

    /// <summary>The style set by <see cref="torch.TensorStringStyle"/>.</summary>
    Default = 4,
}
