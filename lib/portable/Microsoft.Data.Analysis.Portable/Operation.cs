namespace Microsoft.Data.Analysis;

internal enum Operation
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
}
