namespace TorchSharp;

public static partial class torch
{
    /// <summary>x where the condition holds, y elsewhere.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Selecting.Where(condition, x, y);

    /// <summary>For each dimension the coordinates of the elements other than zero.</summary>
    public static Tensor[] where(Tensor condition)
    {
        Tensor rows;
        using (EngineWork.Begin()) rows = condition.nonzero();
        using (rows) return Array.ConvertAll(rows.unbind(1), static column => column.AsOwn());
    }
}
