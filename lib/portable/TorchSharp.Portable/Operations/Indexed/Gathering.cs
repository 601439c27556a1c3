namespace TorchSharp.Operations;

/// <summary>
/// Reading and writing at places that an Int64 tensor names along one dimension: out[i][j] = x[index[i][j]][j] for dimension 0.
/// </summary>
internal static unsafe class Gathering
{
    internal static Tensor Gather(Tensor input, long dim, Tensor index)
    {
        var at = Check(input, dim, index, "gather()");
        RequireFits(index, input, at, "self");
        var result = Tensor.New(index.Layout, input.dtype);
        switch (Dtype.Size(input.dtype))
        {
            case 1: Read<byte>(input, at, index, result); break;
            case 4: Read<int>(input, at, index, result); break;
            default: Read<long>(input, at, index, result); break;
        }
        if (GradMode.Records(input)) new GatherBackward(input, at, index).Attach(result);
        return result;
    }

    /// <summary>A copy of <paramref name="input"/> with the values of <paramref name="source"/> at the named places.</summary>
    internal static Tensor Scatter(Tensor input, long dim, Tensor index, Tensor source)
    {
        var at = CheckScatter(input, dim, index, source, "scatter()");
        var result = Copying.ToDense(input);
        switch (Dtype.Size(input.dtype))
        {
            case 1: Write<byte>(source, at, index, result); break;
            case 4: Write<int>(source, at, index, result); break;
            default: Write<long>(source, at, index, result); break;
        }
        if (GradMode.Records(input, source)) new ScatterBackward(input, source, at, index).Attach(result);
        return result;
    }

    /// <summary>A copy of <paramref name="input"/> with the values of <paramref name="source"/> added at the named places.</summary>
    internal static Tensor ScatterAdd(Tensor input, long dim, Tensor index, Tensor source)
    {
        var at = CheckScatter(input, dim, index, source, "scatter_add()");
        var result = Copying.ToDense(input);
        switch (input.dtype)
        {
            case ScalarType.Float32: Add<float>(source, at, index, result); break;
            case ScalarType.Float64: Add<double>(source, at, index, result); break;
            case ScalarType.Int64: Add<long>(source, at, index, result); break;
            case ScalarType.Int32: Add<int>(source, at, index, result); break;
            default: Add<byte>(source, at, index, result); break;
        }
        if (GradMode.Records(input, source)) new ScatterAddBackward(input, source, at, index).Attach(result);
        return result;
    }

    private static int CheckScatter(Tensor input, long dim, Tensor index, Tensor source, string name)
    {
        var at = Check(input, dim, index, name);
        if (source.dtype != input.dtype) throw TorchError.Of($"{name}: Expected self.dtype to be equal to src.dtype");
        RequireFits(index, input, at, "self");
        RequireFits(index, source, -1, "src");
        return at;
    }

    private static int Check(Tensor input, long dim, Tensor index, string name)
    {
        if (index.dtype != ScalarType.Int64) throw TorchError.Of($"{name}: Expected dtype int64 for index");
        if (Math.Max(index.Layout.Rank, 1) != Math.Max(input.Layout.Rank, 1))
            throw TorchError.Of("Index tensor must have the same number of dimensions as input tensor");
        return input.Layout.Dim(dim);
    }

    private static void RequireFits(Tensor index, Tensor tensor, int except, string name)
    {
        for (var d = 0; d < Math.Min(index.Layout.Rank, tensor.Layout.Rank); d++)
        {
            if (d != except && index.Layout.Sizes[d] > tensor.Layout.Sizes[d])
            {
                throw TorchError.Of(
                    $"Size does not match at dimension {d} expected index {index.Layout.Describe()} to be no larger than {name} {tensor.Layout.Describe()} apart from dimension {Math.Max(except, 0)}");
            }
        }
    }

    private static void Read<T>(Tensor input, int dim, Tensor index, Tensor result) where T : unmanaged
    {
        if (index.Layout.Count == 0) return;
        var places = new Places(input, dim, index, result);
        fixed (T* x = &input.First<T>(), y = &result.First<T>())
        fixed (long* i = &index.First<long>())
        {
            do
            {
                for (var k = 0L; k < places.Length; k++) y[places.Other(k)] = x[places.Named(k, i)];
            }
            while (places.Next());
        }
    }

    private static void Write<T>(Tensor source, int dim, Tensor index, Tensor result) where T : unmanaged
    {
        if (index.Layout.Count == 0) return;
        var places = new Places(result, dim, index, source);
        fixed (T* x = &source.First<T>(), y = &result.First<T>())
        fixed (long* i = &index.First<long>())
        {
            do
            {
                for (var k = 0L; k < places.Length; k++) y[places.Named(k, i)] = x[places.Other(k)];
            }
            while (places.Next());
        }
    }

    private static void Add<T>(Tensor source, int dim, Tensor index, Tensor result) where T : unmanaged, System.Numerics.INumber<T>
    {
        if (index.Layout.Count == 0) return;
        var places = new Places(result, dim, index, source);
        fixed (T* x = &source.First<T>(), y = &result.First<T>())
        fixed (long* i = &index.First<long>())
        {
            do
            {
                for (var k = 0L; k < places.Length; k++) y[places.Named(k, i)] += x[places.Other(k)];
            }
            while (places.Next());
        }
    }

    /// <summary>Walks the index tensor; for each of its elements knows the place it names and the place in the tensor of its own shape.</summary>
    private ref struct Places
    {
        private readonly long _size;
        private readonly long _step;
        private readonly int _dim;
        private RowWalker _rows;

        internal Places(Tensor named, int dim, Tensor index, Tensor other)
        {
            var rank = index.Layout.Rank;
            Span<long> along = stackalloc long[rank];
            if (named.Layout.Rank == rank) named.Layout.Strides.CopyTo(along);
            if (rank > 0) along[dim] = 0;
            _dim = dim;
            _size = named.Layout.Rank == 0 ? 1 : named.Layout.Sizes[dim];
            _step = named.Layout.Rank == 0 ? 1 : named.Layout.Strides[dim];
            Span<long> others = stackalloc long[rank];
            if (other.Layout.Rank == rank) other.Layout.Strides.CopyTo(others);
            _rows = new RowWalker(index.Layout.Sizes, index.Layout.Strides, along, others);
        }

        internal readonly long Length => _rows.Length;

        internal bool Next() => _rows.Next();

        internal readonly long Other(long k) => _rows.Y + (k * _rows.StrideY);

        internal readonly long Named(long k, long* index)
        {
            var i = index[_rows.A + (k * _rows.StrideA)];
            if ((ulong)i >= (ulong)_size) throw TorchError.Of($"index {i} is out of bounds for dimension {_dim} with size {_size}");
            return _rows.B + (k * _rows.StrideB) + (i * _step);
        }
    }

    private sealed class GatherBackward : GradientNode
    {
        private readonly Layout _sizes;
        private readonly int _dim;

        internal GatherBackward(Tensor input, int dim, Tensor index) : base(input)
        {
            (_sizes, _dim) = (input.Layout, dim);
            Save(index);
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            using var zeros = Tensor.NewZeros(_sizes, outputs[0]!.dtype);
            inputs[0] = ScatterAdd(zeros, _dim, Saved(0), outputs[0]!);
        }
    }

    private sealed class ScatterBackward : GradientNode
    {
        private readonly int _dim;
        private readonly Layout _source;

        internal ScatterBackward(Tensor input, Tensor source, int dim, Tensor index) : base(input, source)
        {
            (_dim, _source) = (dim, source.Layout);
            Save(index);
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            var index = Saved(0);
            if (Needs(0))
            {
                using var zeros = Tensor.NewZeros(index.Layout, outputs[0]!.dtype);
                inputs[0] = Scatter(outputs[0]!, _dim, index, zeros);
            }
            if (Needs(1)) inputs[1] = SourceGradient(outputs[0]!, _dim, index, _source);
        }
    }

    private sealed class ScatterAddBackward : GradientNode
    {
        private readonly int _dim;
        private readonly Layout _source;

        internal ScatterAddBackward(Tensor input, Tensor source, int dim, Tensor index) : base(input, source)
        {
            (_dim, _source) = (dim, source.Layout);
            Save(index);
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            if (Needs(0)) inputs[0] = outputs[0];
            if (Needs(1)) inputs[1] = SourceGradient(outputs[0]!, _dim, Saved(0), _source);
        }
    }

    /// <summary>A source may be larger than the index; what was not read has no gradient.</summary>
    private static Tensor SourceGradient(Tensor gradient, int dim, Tensor index, Layout source)
    {
        var gathered = Gather(gradient, dim, index);
        if (gathered.Layout.SameSizes(source)) return gathered;
        using (gathered)
        {
            var whole = Tensor.NewZeros(source, gradient.dtype);
            using var part = new Tensor(whole.Memory.Hold(), Layout.Strided(index.Layout.Sizes, source.Contiguous().Strides), 0, whole.dtype);
            Copying.Copy(gathered, part);
            return whole;
        }
    }
}
