namespace TorchSharp.Indexing;

internal enum IndexKind
{
    Single,
    Slice,
    NewDimension,
    Ellipsis,
    Bool,
    Tensor,
}
