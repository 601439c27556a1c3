using System.Collections;
using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>
/// Goes through a dataset in batches. A batch, and every tensor that was made on the way to it, is disposed when the next one is asked for,
/// unless <see cref="DisposeBatch"/> is off.
/// </summary>
/// <typeparam name="T">A sample.</typeparam>
/// <typeparam name="S">A batch.</typeparam>
public class DataLoader<T, S> : IEnumerable<S>, IDisposable
{
    /// <param name="dataset">The samples.</param>
    /// <param name="batchSize">Samples in a batch.</param>
    /// <param name="collate_fn">Makes a batch of samples.</param>
    /// <param name="shuffle">Whether samples come in random order.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="seed">The seed of that order, which is then the same in every epoch; null for another order each time.</param>
    /// <param name="num_worker">Without effect: samples are read on the calling thread.</param>
    /// <param name="drop_last">Whether a last batch that is not full is left out.</param>
    /// <param name="disposeBatch">Whether batches are disposed on the way.</param>
    /// <param name="disposeDataset">Whether disposing the loader disposes the dataset.</param>
    public DataLoader(
        utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device?, S> collate_fn, bool shuffle = false,
        Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true,
        bool disposeDataset = true)
        : this(dataset, batchSize, collate_fn, Order(dataset, shuffle, seed), device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    /// <param name="dataset">The samples.</param>
    /// <param name="batchSize">Samples in a batch.</param>
    /// <param name="collate_fn">Makes a batch of samples.</param>
    /// <param name="shuffler">The numbers of the samples in the order to read them, enumerated anew for each epoch.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="num_worker">Without effect: samples are read on the calling thread.</param>
    /// <param name="drop_last">Whether a last batch that is not full is left out.</param>
    /// <param name="disposeBatch">Whether batches are disposed on the way.</param>
    /// <param name="disposeDataset">Whether disposing the loader disposes the dataset.</param>
    public DataLoader(
        utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device?, S> collate_fn, IEnumerable<long> shuffler,
        Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(collate_fn);
        ArgumentNullException.ThrowIfNull(shuffler);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        Device.RequireCpu(device);
        (this.dataset, batch_size, this.collate_fn, sampler) = (dataset, batchSize, collate_fn, shuffler);
        (Device, num_workers, this.drop_last) = (device ?? CPU, num_worker, drop_last);
        (DisposeBatch, DisposeDataset) = (disposeBatch, disposeDataset);
    }

    public utils.data.Dataset<T> dataset { get; }

    public int batch_size { get; }

    public bool drop_last { get; }

    public IEnumerable<long> sampler { get; }

    public int num_workers { get; }

    public Device Device { get; }

    public bool DisposeBatch { get; }

    public bool DisposeDataset { get; }

    public Func<IEnumerable<T>, Device?, S> collate_fn { get; }

    /// <summary>The number of batches.</summary>
    public long Count => drop_last ? dataset.Count / batch_size : (dataset.Count + batch_size - 1) / batch_size;

    public IEnumerator<S> GetEnumerator()
    {
        using var order = sampler.GetEnumerator();
        while (true)
        {
            var indices = Next(order);
            if (indices.Length == 0 || (drop_last && indices.Length < batch_size)) yield break;
            var (batch, owned) = Make(indices);
            yield return batch;
            if (!DisposeBatch) continue;
            foreach (var item in owned) item.Dispose();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && DisposeDataset) dataset.Dispose();
    }

    private protected virtual S MakeBatch(long[] indices) => collate_fn(Array.ConvertAll(indices, dataset.GetTensor), Device);

    private static IEnumerable<long> Order(utils.data.Dataset<T> dataset, bool shuffle, int? seed)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return shuffle ? new FisherYatesShuffler(dataset.Count, seed) : InOrder(dataset.Count);
    }

    private static IEnumerable<long> InOrder(long count)
    {
        for (var i = 0L; i < count; i++) yield return i;
    }

    private long[] Next(IEnumerator<long> order)
    {
        var indices = new List<long>(batch_size);
        while (indices.Count < batch_size && order.MoveNext()) indices.Add(order.Current);
        return [.. indices];
    }

    /// <summary>A batch, and all tensors that were made for it; they belong to nobody's scope, so that a loop may open its own.</summary>
    private (S Batch, IReadOnlyList<IDisposable> Owned) Make(long[] indices)
    {
        using var scope = NewDisposeScope();
        var batch = MakeBatch(indices);
        var owned = scope.DisposablesView;
        scope.Detach(owned);
        return (batch, owned);
    }
}
