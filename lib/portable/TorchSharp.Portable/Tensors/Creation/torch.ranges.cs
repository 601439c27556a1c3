namespace TorchSharp;

public static partial class torch
{
    /// <summary>0, 1, … below <paramref name="stop"/>.</summary>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>start, start + step, … below <paramref name="stop"/>; Int64 if all three are integers.</summary>
    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(stop);
        ArgumentNullException.ThrowIfNull(step);
        var (first, by) = (start.Number, step.Number);
        var integers = !(Dtype.IsFloat(start.Type) || Dtype.IsFloat(stop.Type) || Dtype.IsFloat(step.Type));
        if (by.Real == 0) throw TorchError.Of("step must be nonzero");
        var span = stop.Number.Real - first.Real;
        if (span != 0 && span > 0 != by.Real > 0)
            throw TorchError.Of("upper bound and larger bound inconsistent with step sign");
        var count = (long)Math.Ceiling(span / by.Real);
        Tensor values;
        using (EngineWork.Begin())
        {
            values = Tensor.New([count], integers ? ScalarType.Int64 : ScalarType.Float64);
            for (var i = 0; i < count; i++)
            {
                if (integers) values.Elements<long>()[i] = first.Integer + (i * by.Integer);
                else values.Elements<double>()[i] = first.Real + (i * by.Real);
            }
        }
        var type = dtype ?? (integers ? ScalarType.Int64 : Create.DefaultType);
        Device.RequireCpu(device);
        using (values) return Create.Finish(Copying.Convert(values, type), requires_grad);
    }

    /// <summary><paramref name="steps"/> numbers from <paramref name="start"/> to <paramref name="end"/>, both included.</summary>
    public static Tensor linspace(
        double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        if (steps < 0) throw TorchError.Of("number of steps must be non-negative");
        Device.RequireCpu(device);
        var type = dtype ?? Create.DefaultType;
        if (type == ScalarType.Float32) return Create.Finish(LinearSingle((float)start, (float)end, steps), requires_grad);
        using var exact = LinearDouble(start, end, steps);
        return Create.Finish(Copying.Convert(exact, type), requires_grad);
    }

    public static Tensor eye(
        long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        var width = columns < 0 ? rows : columns;
        var identity = Create.Filled([rows, width], 0, dtype, device, false, names);
        using (EngineWork.Begin())
        {
            using var diagonal = new Tensor(identity.Memory.Hold(), Layout.Strided([Math.Min(rows, width)], [width + 1]), 0, identity.dtype);
            Filling.Fill(diagonal, 1);
        }
        return Create.Finish(identity, requires_grad);
    }

    /// <summary>Counts from both ends to the middle, as PyTorch does, so that the rounding is symmetric.</summary>
    private static Tensor LinearSingle(float start, float end, long steps)
    {
        var values = Tensor.New([steps], ScalarType.Float32);
        var elements = values.Elements<float>();
        var step = steps > 1 ? (end - start) / (steps - 1) : 0;
        for (var i = 0; i < elements.Length; i++)
            elements[i] = i < steps / 2 || steps == 1 ? start + (step * i) : end - (step * (steps - 1 - i));
        return values;
    }

    private static Tensor LinearDouble(double start, double end, long steps)
    {
        using var work = EngineWork.Begin();
        var values = Tensor.New([steps], ScalarType.Float64);
        var elements = values.Elements<double>();
        var step = steps > 1 ? (end - start) / (steps - 1) : 0;
        for (var i = 0; i < elements.Length; i++)
            elements[i] = i < steps / 2 || steps == 1 ? start + (step * i) : end - (step * (steps - 1 - i));
        return values;
    }
}
